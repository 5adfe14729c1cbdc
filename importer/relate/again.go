package relate

import (
	"slices"
	"strings"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
	"skein/importer/english"
)

// lookBack is how many events before one are compared with it at most.
const lookBack = 60

// again finds the events that tell earlier ones again.
func (r *reading) again() {
	for j := range r.d.Events {
		e := &r.d.Events[j]
		known := e.Same // by the grammar of its sentence
		for i := j - 1; i >= 0 && i >= j-lookBack; i-- {
			if known >= 0 && i >= known || !r.same(i, j) {
				continue
			}
			if known < 0 {
				e.Same = i
			} else if r.d.Events[known].Same < 0 {
				r.d.Events[known].Same = i
			}
			break
		}
	}
}

// same reports whether event j tells event i again.
func (r *reading) same(i, j int) bool {
	a, b := &r.d.Events[i], &r.d.Events[j]
	if a.Type != b.Type || !timesFit(a.Time, b.Time) {
		return false
	}
	overlap, conflict := r.rolesFit(a, b)
	la, lb := r.triggerLemma(a), r.triggerLemma(b)
	if la != lb && english.ObjectIn("freed", la) && english.ObjectIn("freed", lb) {
		lb = la
	}
	headline := r.d.Sentences[a.Sentence].Role == importer.Headline
	if conflict {
		// a headline names those who act more loosely
		return headline && la == lb && (b.Sentence-a.Sentence <= 4 && shared(a.Roles, b.Roles, schema.AtPlace, schema.Target) ||
			b.Sentence-a.Sentence <= 2 && r.nextOfType(i, j) && (!has(a.Roles, schema.Agent) || !has(b.Roles, schema.Agent) || shared(a.Roles, b.Roles, schema.Agent)))
	}
	switch soon := b.Sentence-a.Sentence <= 3; {
	case len(b.Roles) == 0 && soon && (la == lb || a.Type == "assault" && english.ObjectIn("harm", lb) || a.Sentence != b.Sentence && r.definite(b)):
		return true // nobody is known to take part: "Two drivers were killed", "The attack was carried out by night"
	case headline && b.Sentence-a.Sentence <= 4 && (la == lb || overlap && !r.toldBefore(i, j)):
		return true
	case len(a.Roles) == 0 && soon && la == lb && a.Modality == b.Modality && english.ObjectIn("freed", la):
		return true
	case r.definite(b):
		return overlap || la == lb && soon || r.takesUp(i, j) || len(b.Roles) == 0 && la == lb && r.onlyOne(i, j)
	case la == lb:
		return overlap && a.Modality == b.Modality && !(joint(string(a.Type)) && r.others(a, b) && r.others(b, a))
	}
	return false
}

// takesUp reports whether event j, told by a noun with "the" or "this", can only be event i: the last one of its sort, in one of the
// two sentences before.
func (r *reading) takesUp(i, j int) bool {
	a, b := &r.d.Events[i], &r.d.Events[j]
	if apart := b.Sentence - a.Sentence; apart < 1 || apart > 2 || a.Modality != b.Modality || b.Time != "" && a.Time != b.Time {
		return false
	}
	if !r.nextOfType(i, j) {
		return false
	}
	switch w := r.d.Text[max(0, b.Trigger.Begin-5):b.Trigger.Begin]; {
	case strings.HasSuffix(strings.ToLower(w), "the "), strings.HasSuffix(strings.ToLower(w), "this "):
		return true
	}
	return false
}

// nextOfType reports whether event j is the next of its type behind event i.
func (r *reading) nextOfType(i, j int) bool {
	for k := i + 1; k < j; k++ {
		if r.d.Events[k].Type == r.d.Events[i].Type {
			return false
		}
	}
	return true
}

// onlyOne reports whether all events before j that the same word tells are event i, told again, so that "the strike" can only be that.
func (r *reading) onlyOne(i, j int) bool {
	word := r.d.Events[j].Trigger.In(r.d.Text)
	if r.d.Events[i].Trigger.In(r.d.Text) != word || r.d.Events[i].Rule == "relate/verb" {
		return false
	}
	root := func(k int) int {
		for range chain {
			if r.d.Events[k].Same < 0 {
				break
			}
			k = r.d.Events[k].Same
		}
		return k
	}
	first := root(i)
	for k := max(0, j-lookBack); k < j; k++ {
		if x := &r.d.Events[k]; strings.EqualFold(x.Trigger.In(r.d.Text), word) && x.Type == r.d.Events[i].Type && root(k) != first {
			return false
		}
	}
	return true
}

// toldBefore reports whether an event before j tells event i again.
func (r *reading) toldBefore(i, j int) bool {
	for k := i + 1; k < j; k++ {
		if r.d.Events[k].Same == i {
			return true
		}
	}
	return false
}

// triggerLemma is the base form of the word that tells an event.
func (r *reading) triggerLemma(e *importer.Event) string {
	n, ok := slices.BinarySearchFunc(r.d.Tokens, e.Trigger.Begin, func(t importer.Token, at int) int { return t.Begin - at })
	if !ok {
		return ""
	}
	if l := r.d.Tokens[n].Lemma; l != "" {
		return l
	}
	return strings.ToLower(r.d.Word(n))
}

// definite reports whether an event is told by a noun that takes up something known: "the talks", "this operation".
func (r *reading) definite(e *importer.Event) bool {
	if e.Rule == "relate/verb" || e.Rule == "relate/weak-verb" {
		return false
	}
	n, ok := slices.BinarySearchFunc(r.d.Tokens, e.Trigger.Begin, func(t importer.Token, at int) int { return t.Begin - at })
	if !ok {
		return false
	}
	s := &r.d.Sentences[e.Sentence]
	for k := n - 1; k >= s.First && k >= n-5; k-- {
		switch strings.ToLower(r.d.Word(k)) {
		case "the", "this", "these", "those", "that", "its", "their", "his", "her":
			return true
		}
		switch r.d.Tokens[k].Tag {
		case importer.Verb, importer.Adp, importer.Punct:
			return false
		}
	}
	return false
}

// rolesFit compares who takes part: overlap says that somebody does in both, conflict that nobody in a role of both.
func (r *reading) rolesFit(a, b *importer.Event) (overlap, conflict bool) {
	sides := [...][]graph.Predicate{{schema.Agent}, {schema.Target}, {schema.AtPlace}}
	if joint(string(a.Type)) && r.triggerLemma(a) != "visit" { // who visits whom is not the same the other way round
		sides = [...][]graph.Predicate{{schema.Agent, schema.Target, schema.Participant}, nil, {schema.AtPlace}}
	}
	for k, side := range sides {
		x, y := fillers(a.Roles, side), fillers(b.Roles, side)
		if len(x) == 0 || len(y) == 0 {
			continue
		}
		shared := slices.ContainsFunc(x, func(e int) bool { return slices.Contains(y, e) })
		switch {
		case shared:
			overlap = true
		case k < 2 || len(x) == 1 && len(y) == 1 && r.typ(x[0]) == r.typ(y[0]) && rank(r.typ(x[0])) < rank(schema.Region):
			conflict = true
		}
	}
	return overlap, conflict
}

// others reports whether somebody takes part in event a and not in b: A's accord with B is not that with C.
func (r *reading) others(a, b *importer.Event) bool {
	sides := []graph.Predicate{schema.Agent, schema.Target, schema.Participant}
	y := fillers(b.Roles, sides)
	return slices.ContainsFunc(fillers(a.Roles, sides), func(e int) bool { return !slices.Contains(y, e) })
}

// shared reports whether somebody has one of the roles in both.
func shared(a, b []importer.Role, p ...graph.Predicate) bool {
	x, y := fillers(a, p), fillers(b, p)
	return slices.ContainsFunc(x, func(e int) bool { return slices.Contains(y, e) })
}

func fillers(roles []importer.Role, p []graph.Predicate) []int {
	var out []int
	for _, x := range roles {
		if slices.Contains(p, x.Predicate) {
			out = append(out, x.Entity)
		}
	}
	return out
}

// timesFit reports whether two EDTF dates can be the same: one unknown, equal, or one the more precise.
func timesFit(a, b string) bool {
	return a == "" || b == "" || strings.HasPrefix(a, b) || strings.HasPrefix(b, a)
}
