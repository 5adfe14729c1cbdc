package plover

import (
	"fmt"
	"slices"
	"strings"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
)

// Counts are the sums over some records.
type Counts struct {
	Records                          int
	Touched, Typed, TypedOf          int // TypedOf: right types among the touched
	Willed                           int // typed, or the will to do what PLOVER has a type for
	Source, SourceFound, SourceRight int
	Target, TargetFound, TargetRight int
	Elsewhere                        int // events found that are not the one annotated
	SourceNamed, TargetNamed         int // actors annotated that some mention finds at all
}

func (c *Counts) add(d *Counts) {
	for _, x := range [...][2]*int{
		{&c.Records, &d.Records}, {&c.Touched, &d.Touched}, {&c.Typed, &d.Typed}, {&c.TypedOf, &d.TypedOf}, {&c.Willed, &d.Willed},
		{&c.Source, &d.Source}, {&c.SourceFound, &d.SourceFound}, {&c.SourceRight, &d.SourceRight},
		{&c.Target, &d.Target}, {&c.TargetFound, &d.TargetFound}, {&c.TargetRight, &d.TargetRight},
		{&c.Elsewhere, &d.Elsewhere}, {&c.SourceNamed, &d.SourceNamed}, {&c.TargetNamed, &d.TargetNamed},
	} {
		*x[0] += *x[1]
	}
}

// Result is what [Score] measured.
type Result struct {
	Types     map[graph.Type]*Counts
	Modes     map[string]*Counts // by type and mode, "protest riot"
	Odd, Even Counts
	Errors    []string // of the odd records
}

// Score compares each record with the document that the importer made of its text; both lists are in the same order.
func Score(records []Record, found []*importer.Document) Result {
	out := Result{Types: map[graph.Type]*Counts{}, Modes: map[string]*Counts{}}
	for i := range records {
		r := &records[i]
		c, errors := score(r, found[i])
		if out.Types[r.Type] == nil {
			out.Types[r.Type] = &Counts{}
		}
		out.Types[r.Type].add(&c)
		if k := string(r.Type) + " " + r.Mode; r.Mode != "" {
			if out.Modes[k] == nil {
				out.Modes[k] = &Counts{}
			}
			out.Modes[k].add(&c)
		}
		if i%2 == 1 {
			out.Even.add(&c)
			continue
		}
		out.Odd.add(&c)
		out.Errors = append(out.Errors, errors...)
	}
	return out
}

func score(r *Record, d *importer.Document) (c Counts, errors []string) {
	c = Counts{Records: 1, Source: len(r.Source), Target: len(r.Target)}
	fail := func(format string, args ...any) {
		errors = append(errors, fmt.Sprintf("%-9s ", r.Type)+fmt.Sprintf(format, args...)+"\n\t"+strings.ReplaceAll(r.Text, "\n", " "))
	}
	best, top := -1, 0
	touched, typed, right, willed := false, false, false, false
	for i := range d.Events {
		e := &d.Events[i]
		hit, told := overlaps(r.Event, e.Trigger), overlaps(r.Event, e.Evidence)
		same, will := e.Type == r.Type, intent(e) == r.Type
		touched = touched || hit
		typed = typed || same && told
		willed = willed || (same || will) && told
		right = right || hit && same
		rank := 0
		switch {
		case hit && same:
			rank = 5
		case hit && will:
			rank = 4
		case told && same:
			rank = 3
		case told && will:
			rank = 2
		case hit:
			rank = 1
		}
		if rank > top {
			best, top = i, rank
		}
		if rank == 0 {
			c.Elsewhere++
		}
	}
	count(&c.Touched, touched)
	count(&c.Typed, typed)
	count(&c.TypedOf, right)
	count(&c.Willed, willed)
	c.SourceNamed, c.TargetNamed = named(d, r.Source), named(d, r.Target)
	switch {
	case best < 0:
		fail("missed %s", words(r.Text, r.Event))
		return c, errors
	case top == 1:
		fail("is %s: %q of %s", d.Events[best].Type, d.Events[best].Trigger.In(d.Text), words(r.Text, r.Event))
	}
	c.actors(r, d, &d.Events[best], fail)
	return c, errors
}

// intent is the type that PLOVER has for the will to do something, which is a modality with us: who will help agrees, who will
// attack threatens, who will not help rejects, and who wants it done requests.
func intent(e *importer.Event) graph.Type {
	cooperative := e.Type == "aid" || e.Type == "consult" || e.Type == "yield" || e.Type == "support" || e.Type == "cooperate" || e.Type == "agree"
	switch e.Modality {
	case graph.Planned, graph.Conditional:
		switch {
		case cooperative:
			return "agree"
		case e.Type == "assault" || e.Type == "coerce" || e.Type == "sanction" || e.Type == "reject":
			return "threaten"
		}
	case graph.Denied:
		if cooperative {
			return "reject"
		}
	case graph.Requested:
		return "request"
	}
	return e.Type
}

// actors compares who takes part in event e.
func (c *Counts) actors(r *Record, d *importer.Document, e *importer.Event, fail func(string, ...any)) {
	joint := e.Type == "agree" || e.Type == "consult" || e.Type == "cooperate"
	gotSource, gotTarget := make([]bool, len(r.Source)), make([]bool, len(r.Target))
	for _, x := range e.Roles {
		either := x.Predicate == schema.Participant || joint && (x.Predicate == schema.Agent || x.Predicate == schema.Target)
		source := match(d, r.Source, x.Entity)
		target := match(d, r.Target, x.Entity)
		switch {
		case (either || x.Predicate == schema.Agent) && source >= 0:
			c.SourceFound++
			c.SourceRight++
			gotSource[source] = true
		case (either || x.Predicate == schema.Target || x.Predicate == schema.AtPlace) && target >= 0:
			c.TargetFound++
			c.TargetRight++
			gotTarget[target] = true
		case x.Predicate == schema.Agent || either:
			c.SourceFound++
			fail("source is not %s", d.Entities[x.Entity].Name)
		case x.Predicate == schema.Target:
			c.TargetFound++
			fail("target is not %s", d.Entities[x.Entity].Name)
		}
	}
	for i, got := range gotSource {
		if !got {
			fail("source %s missed of %q", r.Source[i].Name, e.Trigger.In(d.Text))
		}
	}
	for i, got := range gotTarget {
		if !got {
			fail("target %s missed of %q", r.Target[i].Name, e.Trigger.In(d.Text))
		}
	}
}

// match is the first of the actors that the entity is, or -1.
func match(d *importer.Document, as []Actor, entity int) int {
	return slices.IndexFunc(as, func(a Actor) bool { return is(d, a, entity) })
}

func is(d *importer.Document, a Actor, entity int) bool {
	e := &d.Entities[entity]
	if e.Name == a.Name || slices.Contains(e.Aliases, a.Name) {
		return true
	}
	return slices.ContainsFunc(e.Mentions, func(m int) bool { return a.Overlaps(d.Mentions[m].Span) })
}

// named is how many of the actors are mentioned in the document.
func named(d *importer.Document, as []Actor) int {
	n := 0
	for _, a := range as {
		for e := range d.Entities {
			if is(d, a, e) {
				n++
				break
			}
		}
	}
	return n
}

func overlaps(spans []graph.Span, s graph.Span) bool {
	return slices.ContainsFunc(spans, s.Overlaps)
}

func count(n *int, ok bool) {
	if ok {
		*n++
	}
}

// words are the words at the spans, joined by " … ".
func words(text string, spans []graph.Span) string {
	var out []string
	for _, s := range spans {
		out = append(out, s.In(text))
	}
	return strings.Join(out, " … ")
}
