package snapshot

// Step is one claim walked from one end to the other, in whichever direction it is stated.
type Step struct{ From, To, Claim int }

// Paths are the shortest chains of claims in view between two entities, at most limit of them; those through the most
// important neighbours come first. Two chains differ in an entity; of several claims between two entities the surest
// stands in the step. There are none when an end is not in view, both are the same, or nothing joins them.
func (v *View) Paths(from, to, limit int) [][]Step {
	if limit <= 0 || from == to || !v.HasEntity(from) || !v.HasEntity(to) {
		return nil
	}
	left := v.meet(from, to)
	if left == nil {
		return nil
	}
	var out [][]Step
	var walk func(at int, chain []Step)
	walk = func(at int, chain []Step) {
		if at == to {
			out = append(out, append([]Step(nil), chain...))
			return
		}
		for _, n := range v.Neighbours(at) {
			if len(out) == limit {
				return
			}
			if d, ok := left[n.Entity]; ok && d == left[at]-1 {
				walk(n.Entity, append(chain, Step{at, n.Entity, v.surest(n.Claims)}))
			}
		}
	}
	walk(from, nil)
	return out
}

// surest is the claim of the highest confidence, the first of equals.
func (v *View) surest(claims []int32) int {
	best := claims[0]
	for _, c := range claims[1:] {
		if v.s.claims[c].Confidence > v.s.claims[best].Confidence {
			best = c
		}
	}
	return int(best)
}

// side is a breadth-first search from one of the two ends.
type side struct {
	steps map[int]int // distance from the end
	ring  []int       // those farthest out
	depth int
}

func newSide(i int) *side { return &side{steps: map[int]int{i: 0}, ring: []int{i}} }

// grow goes one step further out.
func (v *View) grow(x *side) {
	x.depth++
	var ring []int
	for _, i := range x.ring {
		v.eachEnd(i, func(to int, _ int32) {
			if _, ok := x.steps[to]; !ok {
				x.steps[to] = x.depth
				ring = append(ring, to)
			}
		})
	}
	x.ring = ring
}

// meet searches from both ends, the smaller side first, until the two meet, and returns how many steps are left to the
// target from every entity on a shortest chain; nil when there is none.
func (v *View) meet(from, to int) map[int]int {
	a, b := newSide(from), newSide(to)
	for len(a.ring) > 0 && len(b.ring) > 0 {
		x, y := a, b
		if len(b.ring) < len(a.ring) {
			x, y = b, a
		}
		v.grow(x)
		var met []int
		for _, i := range x.ring {
			if _, ok := y.steps[i]; ok {
				met = append(met, i)
			}
		}
		if len(met) > 0 {
			return v.between(a, b, met)
		}
	}
	return nil
}

// between walks from where the sides met back to both ends.
func (v *View) between(a, b *side, met []int) map[int]int {
	total := a.steps[met[0]] + b.steps[met[0]]
	left := map[int]int{}
	for _, x := range []*side{a, b} {
		ring := met
		for len(ring) > 0 {
			var next []int
			for _, i := range ring {
				d := x.steps[i]
				if x == a {
					left[i] = total - d
				} else {
					left[i] = d
				}
				v.eachEnd(i, func(to int, _ int32) {
					if e, ok := x.steps[to]; ok && e == d-1 {
						if _, done := left[to]; !done {
							left[to] = -1
							next = append(next, to)
						}
					}
				})
			}
			ring = next
		}
	}
	return left
}
