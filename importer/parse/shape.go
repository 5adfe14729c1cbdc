package parse

import "skein/importer/network"

// shape is the sizes of a network.
type shape struct {
	word    int // numbers of a word's vector
	affix   int // numbers that the beginning and the end of a word are seen as
	tag     int // numbers that its tag is seen as; with the two above it is a multiple of 16
	tags    int // how many tags there are
	hidden  int // units of a layer in each direction, a multiple of 8
	layers  int
	arc     int // numbers by which heads are chosen, a multiple of 16
	label   int // numbers by which relations are named, a multiple of 16
	labels  int
	buckets int // of beginnings and ends of words
}

// reaches is the number of classes of distances between a word and its head, see reach.
const reaches = 32

func (s *shape) in() int { return s.word + s.affix + s.tag }

// ends is the numbers of a word as a dependent and a head in arcs, and then the same in relations.
func (s *shape) ends() int { return 2*s.arc + 2*s.label }

// weights are the numbers of a network, all of which stand in one slice. Matrices stand row by row, a row for each number that comes in.
type weights struct {
	shape
	all       []float32
	tagged    []float32 // what each tag is seen as
	layers    []layer
	ends      []float32 // from the last layer to the ends of arcs
	endsBias  []float32
	product   []float32 // of dependents and heads
	headBias  []float32
	root      []float32 // the head of the root
	reach     []float32 // from a dependent to how far its head is
	reachBias []float32
	names     []float32 // from both ends to the relation
	nameBias  []float32
}

// layer is a recurrent layer. Its projection holds for every word what network.Gates wants, forwards and then backwards; in the first layer
// the output that it has otherwise follows in both, in the others it is the input.
type layer struct {
	in, out int // out is the width of the projection
	matrix  []float32
	bias    []float32
	v       [2][]float32
}

// lay divides numbers up among the parts of a network. They are as many as size says.
func (s shape) lay(all []float32) *weights {
	w := &weights{shape: s, all: all}
	take := func(n int) []float32 {
		part := all[:n:n]
		all = all[n:]
		return part
	}
	w.tagged = take(s.tags * s.tag)
	for l := range s.layers {
		x := layer{in: 2 * s.hidden, out: 6 * s.hidden}
		if l == 0 {
			x.in, x.out = s.in(), 8*s.hidden
		}
		x.matrix, x.bias = take(x.in*x.out), take(x.out)
		for side := range x.v {
			x.v[side] = take(2 * s.hidden)
		}
		w.layers = append(w.layers, x)
	}
	w.ends, w.endsBias = take(2*s.hidden*s.ends()), take(s.ends())
	w.product, w.headBias = take(s.arc*s.arc), take(s.arc)
	w.root = take(s.arc)
	w.reach, w.reachBias = take(s.arc*reaches), take(reaches)
	w.names, w.nameBias = take(2*s.label*network.Round(s.labels)), take(network.Round(s.labels))
	return w
}

// size is how many weights there are.
func (s *shape) size() int {
	h := 2 * s.hidden
	n := s.tags*s.tag + (s.in()+1)*4*h + (s.layers-1)*(h+1)*3*h + s.layers*2*h
	n += (h+1)*s.ends() + (s.arc+2)*s.arc + (s.arc+1)*reaches
	return n + (2*s.label+1)*network.Round(s.labels)
}

// reach is the class of the distance between a word and a head at word h, -1 for the root.
func reach(i, h int) int {
	if h < 0 {
		return 0
	}
	d := max(h-i, i-h)
	switch {
	case d > 32:
		d = 14
	case d > 16:
		d = 13
	case d > 10:
		d = 12
	case d > 8:
		d = 11
	}
	if h < i {
		return d
	}
	return 15 + d
}
