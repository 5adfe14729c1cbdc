package mend_test

import (
	"slices"
	"testing"

	"skein/graph"
	"skein/importer"
	"skein/importer/mend"
	"skein/importer/pipeline"
)

// TestMend makes sure that names show a verb where the tagger did not see one, and the noun that it took for one.
func TestMend(t *testing.T) {
	stages := pipeline.Stages()
	last := slices.IndexFunc(stages, func(s importer.Stage) bool { return s.Name == "mend" })
	for _, c := range []struct {
		text, word string
		tag, want  importer.Tag
		lemma      string
	}{
		{"Norway persuaded Chad to free Jane Roe.", "free", importer.Adj, importer.Verb, "free"},
		{"The 9th Division, boarded CH-47 helicopters.", "boarded", importer.Adj, importer.Verb, "board"},
		{"Chad, which Niger accuses of bombing Diffa, denied it.", "accuses", importer.Noun, importer.Verb, "accuse"},
		{"The brigade, which Col. Ray Dunbar commands, left.", "commands", importer.Noun, importer.Verb, "command"},
		{"The Netherlands plans to leave.", "plans", importer.Noun, importer.Verb, "plan"},
		{"Chad is linked to attacks on Mali.", "attacks", importer.Verb, importer.Noun, "attack"},
		{"Mali rejected a United Nations appeal for calm.", "appeal", importer.Verb, importer.Noun, "appeal"},
		{"Chad gave free food to Mali.", "free", importer.Adj, importer.Adj, "free"},
	} {
		d := &importer.Document{Article: graph.Article{Text: c.text}, Path: t.Name()}
		if err := importer.Run(d, stages[:last]); err != nil {
			t.Fatal(err)
		}
		at := slices.IndexFunc(d.Tokens, func(x importer.Token) bool { return x.In(c.text) == c.word })
		d.Tokens[at].Tag, d.Tokens[at].Lemma = c.tag, c.lemma
		if err := importer.Run(d, []importer.Stage{mend.Stage()}); err != nil {
			t.Fatal(err)
		}
		if x := d.Tokens[at]; x.Tag != c.want || x.Lemma != c.lemma {
			t.Errorf("%s\n%s is %s, base form %q", c.text, c.word, x.Tag, x.Lemma)
		}
	}
}
