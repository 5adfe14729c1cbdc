package clause_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"skein/graph"
	"skein/importer"
	"skein/importer/clause"
	"skein/importer/pipeline"
)

// read passes a text through the stages that package clause needs.
func read(t testing.TB, text string) *importer.Document {
	t.Helper()
	d := &importer.Document{Article: graph.Article{Text: text, Published: "2024-03-20"}}
	stages := pipeline.Stages()
	last := slices.IndexFunc(stages, func(s importer.Stage) bool { return s.Name == "relate" })
	if err := importer.Run(d, stages[:last]); err != nil {
		t.Fatal(err)
	}
	return d
}

// line is a clause as "subjects | verb | objects | prep phrase, …" with its form and what marks it.
func line(d *importer.Document, s *clause.Sentence, c *clause.Clause) string {
	heads := func(phrases []int) string {
		var out []string
		for _, q := range phrases {
			ph := &s.Phrases[q]
			out = append(out, d.Text[d.Tokens[ph.First].Begin:d.Tokens[ph.Last-1].End])
		}
		return strings.Join(out, "+")
	}
	var obliques []string
	for _, o := range c.Obliques {
		obliques = append(obliques, o.Prep+" "+heads([]int{o.Phrase}))
	}
	verb := c.Lemma
	if c.Particle != "" {
		verb += "_" + c.Particle
	}
	for _, x := range []struct {
		is  bool
		tag string
	}{{c.Passive, "passive"}, {c.Negated, "not"}, {c.Modal != "", c.Modal}, {c.Form == clause.Infinitive, "inf"}, {c.Form == clause.Gerund, "ing"}} {
		if x.is {
			verb += " " + x.tag
		}
	}
	return fmt.Sprintf("%s | %s | %s | %s", heads(c.Subjects), verb, heads(c.Objects), strings.Join(obliques, ", "))
}

func TestClauses(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string // clauses that must be among those found
	}{
		{"Turkish jets bombed Mosul.", []string{"Turkish jets | bomb | Mosul | "}},
		{"Mosul was bombed by Turkish jets.", []string{"Mosul | bomb passive |  | by Turkish jets"}},
		{"Kenya and Mali will not attack Chad.", []string{"Kenya+Mali | attack not will | Chad | "}},
		{"The forces of Kenya and Mali attacked Chad.", []string{"The forces | attack | Chad | "}},
		{"Col. Ray Dunbar, commander of Company A, 2nd Battalion, 44th Infantry Regiment, visited Chad.", []string{"Col. Ray Dunbar | visit | Chad | "}},
		{"The 2nd Battalion, 44th Infantry Regiment attacked Chad.", []string{"The 2nd Battalion | attack | Chad | "}},
		{"Militants who had fled from Mali attacked Chad.", []string{"Militants | flee |  | from Mali", "Militants | attack | Chad | "}},
		{"The airstrikes in Mali which killed Kenya's soldiers ended.", []string{"The airstrikes | kill | Kenya's soldiers | "}},
		{"Mali asked Chad to leave Timbuktu.", []string{"Chad | leave inf | Timbuktu | "}},
		{"Mali promised to leave Timbuktu.", []string{"Mali | leave inf | Timbuktu | "}},
		{"Mali called for Chad to leave Timbuktu.", []string{"Chad | leave inf | Timbuktu | "}},
		{"Mali accused Chad of bombing Timbuktu.", []string{"Chad | bomb ing | Timbuktu | "}},
		{"Chad attacked Mali, killing ten people.", []string{"Chad | kill ing | ten people | "}},
		{"Chad helped rebuild Timbuktu.", []string{"Chad | rebuild inf | Timbuktu | "}},
		{"Chad wants to attack Mali and occupy Timbuktu.", []string{"Chad | occupy inf | Timbuktu | "}},
		{"“We will stay,” said Col. Ray Dunbar.", []string{"Col. Ray Dunbar | say |  | "}},
		{"Chad has repeatedly attacked Mali.", []string{"Chad | attack | Mali | "}},
		{"The 9th Division deployed to Mosul.", []string{"The 9th Division | deploy |  | to Mosul"}},
		{"The troops based in Mosul attacked Chad.", []string{"The troops | attack | Chad | "}},
		{"Chad arrested and deported Jane Roe.", []string{"Chad | arrest | Jane Roe | ", "Chad | deport | Jane Roe | "}},
		{"The report naming Chad has angered Mali.", []string{"The report | anger | Mali | "}},
		{"Chad, Mali sign pact\n\nIt was signed on Monday by two ministers.", []string{"Chad+Mali | sign | pact | "}},
		{"Chad and Mali to hold talks\n\nIt was said on Monday by two ministers.", []string{"Chad+Mali | hold inf | talks | "}},
		{"Mali was shelled and attacked by Chad.", []string{"Mali | attack passive |  | by Chad"}},
		{"Neither Mali nor Chad attacked Timbuktu.", []string{"Mali+Chad | attack not | Timbuktu | "}},
		{"The general who led the raid attacked Mali.", []string{"The general | attack | Mali | "}},
		{"Mali, which Chad attacked, fell.", []string{"Chad | attack | Mali | "}},
		{"Plans by Chad to attack Mali were dropped.", []string{"Chad | attack inf | Mali | "}},
		{"Chad attacked Mali, Ray Dunbar said, and occupied Timbuktu.", []string{"Chad | occupy | Timbuktu | "}},
		// what trees correct
		{"The town that Mali shelled on Monday lies near Timbuktu.", []string{"Mali | shell | The town | "}},
		{"Chadian troops surrounded the village, freed four hostages and arrested Jane Roe.", []string{"Chadian troops | free | four hostages | ", "Chadian troops | arrest | Jane Roe | "}},
		{"Chad pulled out of Mali.", []string{"Chad | pull_out |  | of Mali"}},
	} {
		d := read(t, c.text)
		p := clause.NewParser(d)
		var got []string
		for i := range d.Sentences {
			s := p.Parse(i)
			for k := range s.Clauses {
				got = append(got, line(d, s, &s.Clauses[k]))
			}
		}
		for _, w := range c.want {
			found := false
			for _, g := range got {
				found = found || g == w
			}
			if !found {
				t.Errorf("%s: no %q in\n\t%s", c.text, w, strings.Join(got, "\n\t"))
			}
		}
	}
}

// TestPhrases makes sure that no mention is cut, and that indexes point backwards where they are said to.
func TestPhrases(t *testing.T) {
	d := read(t, "Gen. Ali Hamdan, head of Iraq's Counter Terrorism Service, and Jane Roe, the U.S. ambassador, met members of the 9th Division, "+
		"attached to Joint Operations Command, and airmen of the 44th Squadron near Al Asad Air Base, Iraq, in July 2023.")
	p := clause.NewParser(d)
	for i := range d.Sentences {
		s := p.Parse(i)
		held := 0
		for q := range s.Phrases {
			ph := &s.Phrases[q]
			held += len(ph.Mentions)
			if ph.First >= ph.Last || ph.Head < ph.First || ph.Head >= ph.Last || ph.Joined >= q || ph.Apposition >= q {
				t.Errorf("phrase %d: %+v", q, *ph)
			}
			if s.PhraseAt(ph.Head) != q {
				t.Errorf("PhraseAt does not find phrase %d", q)
			}
		}
		n := 0
		for _, m := range d.Mentions {
			if m.Sentence == i {
				n++
			}
		}
		if held != n {
			t.Errorf("phrases hold %d of %d mentions", held, n)
		}
		for c := range s.Clauses {
			if s.ClauseAt(s.Clauses[c].Verb) != c {
				t.Errorf("ClauseAt does not find clause %d", c)
			}
		}
	}
}

// BenchmarkParse measures the parser alone, in words a second.
func BenchmarkParse(b *testing.B) {
	d := read(b, strings.Repeat("Col. Ray Dunbar, commander of the 44th Engineer Brigade, said on Monday that Iran-backed militants, who had fled from "+
		"Syria, attacked Camp Arifjan, Kuwait, with rockets and killed two soldiers of the 9th Division.\n\n", 50))
	for b.Loop() {
		p := clause.NewParser(d)
		for i := range d.Sentences {
			p.Parse(i)
		}
	}
	b.ReportMetric(float64(b.N*len(strings.Fields(d.Text)))/b.Elapsed().Seconds(), "words/s")
}
