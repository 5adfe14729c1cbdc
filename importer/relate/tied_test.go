package relate_test

import (
	"slices"
	"strings"
	"testing"

	"skein/graph"
	"skein/importer"
	"skein/importer/pipeline"
)

// TestTied gives the stage one tie of its own making, and looks for what it makes of it.
func TestTied(t *testing.T) {
	for _, c := range []struct {
		text     string
		from     string
		bond     importer.Bond
		to       string
		sure     float64
		evidence string // "" for no claim
		modality graph.Modality
	}{
		{"Norway and the Taliban had a long war.", "Norway", importer.BondFights, "the Taliban", 0.8, "Norway and the Taliban", graph.Asserted},
		{"Norway and the Taliban had a long war.", "Norway", importer.BondFights, "the Taliban", 0.4, "", ""}, // not sure
		{"Norway and the Taliban had a long war.", "Norway", importer.BondTalks, "the Taliban", 0.9, "", ""},  // no relation of the graph
		{"Norway and the Taliban had a long war.", "war", importer.BondFights, "the Taliban", 0.9, "", ""},    // no entity
		{"Norway attacked the Taliban.", "Norway", importer.BondAllied, "the Taliban", 0.9, "", ""},           // a rule knows better
		{"The Taliban may see Norway in another light.", "Norway", importer.BondBlames, "The Taliban", 0.9, "The Taliban may see Norway", graph.Conditional},
		{"The Taliban slept in Norway.", "The Taliban", importer.BondAt, "Norway", 0.9, "", ""}, // is there, but is not based there
	} {
		var stages []importer.Stage
		for _, s := range pipeline.Stages() {
			if s.Name == "tie" {
				s.Run = func(d *importer.Document) error {
					a, b := strings.Index(d.Text, c.from), strings.Index(d.Text, c.to)
					d.Nominals = []importer.Nominal{{Span: graph.Span{Begin: a, End: a + len(c.from)}}, {Span: graph.Span{Begin: b, End: b + len(c.to)}}}
					d.Ties = []importer.Tie{{From: 0, To: 1, Bond: c.bond, Confidence: c.sure}}
					return nil
				}
			}
			stages = append(stages, s)
		}
		d := &importer.Document{Article: graph.Article{Text: c.text}, Path: t.Name()}
		if err := importer.Run(d, stages); err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(d.Claims, func(x importer.Claim) bool { return x.Rule == "relate/tied" })
		switch {
		case i < 0 && c.evidence != "":
			t.Errorf("%s: %s %s %s is not stated", c.text, c.from, c.bond, c.to)
		case i >= 0 && c.evidence == "":
			t.Errorf("%s: %s %s %s (%.1f) is stated", c.text, c.from, c.bond, c.to, c.sure)
		case i >= 0:
			x := d.Claims[i]
			if got := x.Evidence.In(d.Text); got != c.evidence || x.Modality != c.modality {
				t.Errorf("%s: %q, %s", c.text, got, x.Modality)
			}
		}
	}
}
