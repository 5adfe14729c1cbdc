package coref

import (
	"cmp"
	"maps"
	"slices"
)

// clusters are disjoint sets of mentions, each a sorted list of numbers.
type clusters [][]int

// of are the clusters of two and more that the numbers of a list belong to, by name.
func clustersOf(names map[int]string) clusters {
	by := map[string][]int{}
	for _, m := range slices.Sorted(maps.Keys(names)) {
		by[names[m]] = append(by[names[m]], m)
	}
	var out clusters
	for _, name := range slices.Sorted(maps.Keys(by)) {
		if len(by[name]) > 1 {
			out = append(out, by[name])
		}
	}
	return out
}

// where tells which cluster a mention is in.
func (c clusters) where() map[int]int {
	out := map[int]int{}
	for i, all := range c {
		for _, m := range all {
			out[m] = i
		}
	}
	return out
}

// Part is a sum of shares: what is right of all there is.
type Part struct{ Right, All float64 }

func (p *Part) add(q Part) { p.Right += q.Right; p.All += q.All }

func (p Part) share() float64 {
	if p.All == 0 {
		return 0
	}
	return p.Right / p.All
}

// Figure is a measure with its precision and recall.
type Figure struct{ P, R Part }

func (f *Figure) add(g Figure) { f.P.add(g.P); f.R.add(g.R) }

// F is the harmonic mean of precision and recall, 0 to 1.
func (f Figure) F() float64 {
	p, r := f.P.share(), f.R.share()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// both measures with precision and recall changing places.
func both(gold, found clusters, part func(key, response clusters) Part) Figure {
	return Figure{P: part(found, gold), R: part(gold, found)}
}

// muc counts the links that a chain needs, and those that are left when the other side cuts it into pieces.
func muc(key, response clusters) Part {
	in := response.where()
	var p Part
	for _, k := range key {
		pieces, alone := map[int]bool{}, 0
		for _, m := range k {
			if r, ok := in[m]; ok {
				pieces[r] = true
			} else {
				alone++
			}
		}
		p.add(Part{float64(len(k) - len(pieces) - alone), float64(len(k) - 1)})
	}
	return p
}

// bCubed counts for each mention what share of its chain is beside it on the other side too.
func bCubed(key, response clusters) Part {
	in := response.where()
	var p Part
	for _, k := range key {
		p.All += float64(len(k))
		for _, n := range meet(k, in) {
			p.Right += float64(n*n) / float64(len(k))
		}
	}
	return p
}

// lea counts for each chain the share of its links that the other side has, weighed by its size.
func lea(key, response clusters) Part {
	in := response.where()
	links := func(n int) float64 { return float64(n*(n-1)) / 2 }
	var p Part
	for _, k := range key {
		p.All += float64(len(k))
		for _, n := range meet(k, in) {
			p.Right += float64(len(k)) * links(n) / links(len(k))
		}
	}
	return p
}

// meet is how many of the mentions are in each of the clusters that have some, by cluster.
func meet(mentions []int, in map[int]int) []int {
	by := map[int]int{}
	for _, m := range mentions {
		if c, ok := in[m]; ok {
			by[c]++
		}
	}
	var out []int
	for _, c := range slices.Sorted(maps.Keys(by)) {
		out = append(out, by[c])
	}
	return out
}

// ceafe pairs each chain with at most one of the other side so that the likeness (φ4) of all pairs is the highest.
func ceafe(gold, found clusters) Figure {
	in := found.where()
	like := make([][]float64, len(gold))
	for g, k := range gold {
		like[g] = make([]float64, len(found))
		for _, m := range k {
			if f, ok := in[m]; ok {
				like[g][f]++
			}
		}
		for f := range found {
			like[g][f] *= 2 / float64(len(k)+len(found[f]))
		}
	}
	sum := assign(like, len(found))
	return Figure{P: Part{sum, float64(len(found))}, R: Part{sum, float64(len(gold))}}
}

// assign is the highest sum of values of one row and one column each (the Hungarian method with potentials, in cubic time).
func assign(value [][]float64, columns int) float64 {
	rows := len(value)
	n := max(rows, columns)
	at := func(i, j int) float64 {
		if i < rows && j < columns {
			return -value[i][j]
		}
		return 0
	}
	u, v, row := make([]float64, n+1), make([]float64, n+1), make([]int, n+1) // row[j] is the row, from 1, of column j
	for i := 1; i <= n; i++ {
		row[0] = i
		least, way, used := make([]float64, n+1), make([]int, n+1), make([]bool, n+1)
		for j := range least {
			least[j] = 1e18
		}
		j := 0
		for row[j] != 0 {
			used[j] = true
			r, next, delta := row[j], 0, 1e18
			for k := 1; k <= n; k++ {
				if used[k] {
					continue
				}
				if c := at(r-1, k-1) - u[r] - v[k]; c < least[k] {
					least[k], way[k] = c, j
				}
				if least[k] < delta {
					delta, next = least[k], k
				}
			}
			for k := 0; k <= n; k++ {
				if used[k] {
					u[row[k]] += delta
					v[k] -= delta
				} else {
					least[k] -= delta
				}
			}
			j = next
		}
		for j != 0 {
			row[j], j = row[way[j]], way[j]
		}
	}
	sum := 0.0
	for j := 1; j <= n; j++ {
		sum -= at(row[j]-1, j-1)
	}
	return sum
}

// Measures are the measures of chains.
type Measures struct{ Mentions, MUC, B3, CEAFE, LEA Figure }

func measure(gold, found clusters) Measures {
	a, b := gold.where(), found.where()
	n := 0
	for m := range a {
		if _, ok := b[m]; ok {
			n++
		}
	}
	return Measures{
		Mentions: Figure{P: Part{float64(n), float64(len(b))}, R: Part{float64(n), float64(len(a))}},
		MUC:      both(gold, found, muc), B3: both(gold, found, bCubed), CEAFE: ceafe(gold, found), LEA: both(gold, found, lea),
	}
}

func (m *Measures) add(n Measures) {
	m.Mentions.add(n.Mentions)
	m.MUC.add(n.MUC)
	m.B3.add(n.B3)
	m.CEAFE.add(n.CEAFE)
	m.LEA.add(n.LEA)
}

// Mean is the mean of the F1 of MUC, B³ and CEAF-e, 0 to 1, as the shared tasks of CoNLL use it.
func (m *Measures) Mean() float64 { return (m.MUC.F() + m.B3.F() + m.CEAFE.F()) / 3 }

// most is the name with the most votes, the first of them by name; "" without votes.
func most(votes map[string]int) string {
	return slices.MinFunc(append(slices.Collect(maps.Keys(votes)), ""), func(a, b string) int {
		return cmp.Or(cmp.Compare(votes[b], votes[a]), cmp.Compare(b, a))
	})
}
