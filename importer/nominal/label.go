package nominal

// A label of a token is 0 outside of all nominals, and else says its place in the nominal and the nominal's kind.
const (
	alone = iota
	first
	inner
	last
	places // number of places
)

func labels(kinds int) int { return 1 + places*kinds }

func label(kind, place int) int { return 1 + kind*places + place }

// kindOf and placeOf take apart a label that is not 0.
func kindOf(l int) int { return (l - 1) / places }

func placeOf(l int) int { return (l - 1) % places }

// open reports whether the nominal goes on behind a token with the label.
func open(l int) bool { return l > 0 && (placeOf(l) == first || placeOf(l) == inner) }

// follows reports whether label b may stand right behind label a.
func follows(a, b int) bool {
	inside := b > 0 && (placeOf(b) == inner || placeOf(b) == last)
	if open(a) != inside {
		return false
	}
	return !inside || kindOf(a) == kindOf(b)
}

// mark is a nominal by its tokens [from, to) and the index of its kind.
type mark struct{ from, to, kind int }

// write sets the labels of what marks, which do not overlap, say.
func write(labels []int, marks []mark) {
	for _, m := range marks {
		for t := m.from; t < m.to; t++ {
			place := inner
			switch {
			case m.to-m.from == 1:
				place = alone
			case t == m.from:
				place = first
			case t == m.to-1:
				place = last
			}
			labels[t] = label(m.kind, place)
		}
	}
}

// read appends the nominals of labels, the first of which is that of token from.
func read(marks []mark, labels []int, from int) []mark {
	begin := 0
	for i, l := range labels {
		if l == 0 {
			continue
		}
		if p := placeOf(l); p == alone || p == first {
			begin = i
		}
		if !open(l) {
			marks = append(marks, mark{from + begin, from + i + 1, kindOf(l)})
		}
	}
	return marks
}
