package coref

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"skein/importer"
)

// Given counts words that are given to a thing: pronouns of one sort, or descriptions.
type Given struct {
	What               string
	Gold, Given, Right int // annotated in measured chains; given to something by the importer; to the right thing
}

// Result is what was measured.
type Result struct {
	Documents int
	All       Measures // over all mentions
	Linking   Measures // over the mentions that both have
	Across    Measures // over all articles as one, of the data annotated so
	Given     []Given  // pronouns by sort, then descriptions
	Errors    []string // what was given to the wrong thing, a line each
}

// forms are the pronouns that are counted together.
var forms = []struct {
	name  string
	words []string
}{
	{"he", []string{"he", "him", "his", "himself"}},
	{"she", []string{"she", "her", "hers", "herself"}},
	{"it", []string{"it", "its", "itself"}},
	{"they", []string{"they", "them", "their", "theirs", "themselves"}},
	{"I", []string{"i", "me", "my", "mine", "myself"}},
	{"we", []string{"we", "us", "our", "ours", "ourselves"}},
}

// Score compares what the importer found with the annotation, article by article. Same names entity e of article i across
// articles: what has the same name is one thing.
func Score(gold []Document, got []*importer.Document, same func(i, e int) string) Result {
	r := Result{Documents: len(gold)}
	for _, f := range forms {
		r.Given = append(r.Given, Given{What: f.name})
	}
	r.Given = append(r.Given, Given{What: "descriptions"})
	across := sides{gold: map[int]string{}, found: map[int]string{}}
	base := 0
	for i := range gold {
		d := &gold[i]
		all := match(d, entities(got[i]))
		s := side(d, all, func(e int) string { return fmt.Sprint(e) })
		r.All.add(measure(clustersOf(s.gold), clustersOf(s.found)))
		linked := s.shared()
		r.Linking.add(measure(clustersOf(linked.gold), clustersOf(linked.found)))
		if d.Across {
			s = side(d, all, func(e int) string { return same(i, e) })
			for m, name := range s.gold {
				across.gold[base+m] = name
			}
			for m, name := range s.found {
				across.found[base+m] = name
			}
			base += len(d.Mentions) + len(all)
		}
		r.give(d, all)
	}
	r.Across = measure(clustersOf(across.gold), clustersOf(across.found))
	return r
}

// sides are the names of the things that mentions are about, by number: annotated, and found.
type sides struct{ gold, found map[int]string }

// side are the sides of one article. A mention has the number of the annotated one, else one behind all of them.
func side(d *Document, all []mention, name func(e int) string) sides {
	s := sides{gold: map[int]string{}, found: map[int]string{}}
	for i, m := range d.Mentions {
		if m.Named {
			s.gold[i] = m.Chain
		}
	}
	named := map[int]bool{}
	for _, f := range all {
		if f.kind == Name || f.gold >= 0 && d.Mentions[f.gold].Named {
			named[f.entity] = true
		}
	}
	for i, f := range all {
		switch {
		case !named[f.entity]:
		case f.gold >= 0:
			s.found[f.gold] = name(f.entity)
		default:
			s.found[len(d.Mentions)+i] = name(f.entity)
		}
	}
	return s
}

// shared are the mentions that stand on both sides.
func (s sides) shared() sides {
	out := sides{gold: map[int]string{}, found: map[int]string{}}
	for m, name := range s.gold {
		if f, ok := s.found[m]; ok {
			out.gold[m], out.found[m] = name, f
		}
	}
	return out
}

// give counts which pronouns and descriptions are given to the right thing. What an entity is, most of its names tell, else
// most of its descriptions.
func (r *Result) give(d *Document, all []mention) {
	names, rest := map[int]map[string]int{}, map[int]map[string]int{}
	holds := map[int]bool{}
	for _, f := range all {
		votes := names
		if f.kind != Name {
			votes = rest
		} else {
			holds[f.entity] = true
		}
		if f.gold >= 0 && f.kind != Pronoun {
			if votes[f.entity] == nil {
				votes[f.entity] = map[string]int{}
			}
			votes[f.entity][d.Mentions[f.gold].Chain]++
		}
	}
	for _, m := range d.Mentions {
		if k := sort(m.In(d.Text), m.Kind); m.Named && k >= 0 {
			r.Given[k].Gold++
		}
	}
	for _, f := range all {
		k := sort(f.In(d.Text), f.kind)
		want := ""
		if f.gold >= 0 {
			want = d.Mentions[f.gold].Chain
		}
		if k < 0 || !holds[f.entity] && (f.gold < 0 || !d.Mentions[f.gold].Named) {
			continue
		}
		is := most(names[f.entity])
		if is == "" {
			is = most(rest[f.entity])
		}
		r.Given[k].Given++
		if want != "" && is == want {
			r.Given[k].Right++
			continue
		}
		r.Errors = append(r.Errors, fmt.Sprintf("%s\t%s\t%s\tgiven to %s\tis %s\t%s", d.ID, r.Given[k].What, f.In(d.Text), called(d, all, f.entity), chained(d, want), around(d.Text, f.Begin)))
	}
}

// sort is the index in Result.Given of a mention of the kind, or -1.
func sort(words string, k Kind) int {
	switch k {
	case Description:
		return len(forms)
	case Name:
		return -1
	}
	return formOf(words)
}

// formOf is the index in forms of a pronoun, in any case, or -1.
func formOf(word string) int {
	for i, f := range forms {
		if slices.Contains(f.words, strings.ToLower(word)) {
			return i
		}
	}
	return -1
}

// called is the first mention of an entity.
func called(d *Document, all []mention, entity int) string {
	for _, f := range all {
		if f.entity == entity {
			return f.In(d.Text)
		}
	}
	return "?"
}

// chained is the first mention of a chain.
func chained(d *Document, chain string) string {
	for _, m := range d.Mentions {
		if m.Chain == chain {
			return m.In(d.Text)
		}
	}
	return "nothing annotated"
}

func around(text string, at int) string {
	return strings.Join(strings.Fields(strings.ToValidUTF8(text[max(0, at-110):min(len(text), at+60)], "")), " ")
}

// Report prints the measures and the counts.
func (r Result) Report(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%-22s  %-16s %-16s %-16s %-16s  mean   %-16s\n", fmt.Sprint(r.Documents, " articles, P/R/F1"), "mentions", "MUC", "B3", "CEAF-e", "LEA")
	for _, row := range []struct {
		name string
		m    Measures
	}{{"all mentions", r.All}, {"mentions both have", r.Linking}, {"across articles", r.Across}} {
		if row.m.MUC.R.All == 0 {
			continue
		}
		fmt.Fprintf(&b, "%-22s ", row.name)
		for _, f := range []Figure{row.m.Mentions, row.m.MUC, row.m.B3, row.m.CEAFE} {
			fmt.Fprintf(&b, " %s", figure(f))
		}
		fmt.Fprintf(&b, "  %4.1f   %s\n", 100*row.m.Mean(), figure(row.m.LEA))
	}
	fmt.Fprintf(&b, "\n%-14s %6s %6s %6s %6s %6s\n", "given to", "gold", "given", "right", "P", "R")
	all := Given{What: "all pronouns"}
	for i, g := range r.Given {
		if i == len(r.Given)-1 {
			all.print(&b)
		}
		g.print(&b)
		all.Gold, all.Given, all.Right = all.Gold+g.Gold, all.Given+g.Given, all.Right+g.Right
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (g Given) print(b *strings.Builder) {
	fmt.Fprintf(b, "%-14s %6d %6d %6d %6.1f %6.1f\n", g.What, g.Gold, g.Given, g.Right,
		100*Part{float64(g.Right), float64(g.Given)}.share(), 100*Part{float64(g.Right), float64(g.Gold)}.share())
}

func figure(f Figure) string {
	return fmt.Sprintf("%4.1f %4.1f %4.1f  ", 100*f.P.share(), 100*f.R.share(), 100*f.F())
}
