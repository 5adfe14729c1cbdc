package tree

import (
	"strings"
	"testing"

	"skein/graph"
	"skein/importer"
	"skein/importer/find"
	"skein/importer/segment"
	"skein/importer/tag"
	"skein/importer/when"
)

// read passes a text through the stages that trees need.
func read(t testing.TB, text string) *importer.Document {
	t.Helper()
	d := &importer.Document{Article: graph.Article{Text: text, Published: "2024-03-20"}, Path: t.Name()}
	if err := importer.Run(d, []importer.Stage{segment.Stage(), tag.Stage(), find.Stage(), when.Stage()}); err != nil {
		t.Fatal(err)
	}
	return d
}

// chained makes every word hang on the one before it.
func chained(d *importer.Document) {
	d.Tree = make([]importer.Arc, len(d.Tokens))
	for _, s := range d.Sentences {
		for t := s.First; t < s.Last; t++ {
			d.Tree[t] = importer.Arc{Head: t - 1, Relation: "next"}
		}
		d.Tree[s.First] = importer.Arc{Head: -1, Relation: importer.Root}
	}
}

// TestGrow makes sure that names are one word to a tree and times and datelines none, and that the arcs find back to the words.
func TestGrow(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Chad lost Gao to the 44th Engineer Brigade last year, and left.",
			"Chad root -, lost next Chad, Gao next lost, to next Gao, the next to, 44th flat Brigade, Engineer flat Brigade, Brigade next the, " +
				"last dep Brigade, year dep Brigade, , next Brigade, and next ,, left next and, . next left"},
		{"NAIROBI, Kenya – On Monday, Jane Roe met Sgt. Ann Lund.",
			"NAIROBI dep ,, , dep ,, Kenya dep ,, – dep ,, On dep ,, Monday dep ,, , root -, Jane flat Roe, Roe next ,, met next Roe, " +
				"Sgt. flat Lund, Ann flat Lund, Lund next met, . next Lund"},
		{"It fell on Monday near Gao.", "It root -, fell next It, on dep fell, Monday dep fell, near next fell, Gao next near, . next Gao"},
		{"The 2nd Battalion, 44th Infantry Regiment left.", "The root -, 2nd flat Battalion, Battalion next The, , flat Battalion, 44th flat Battalion, " +
			"Infantry flat Battalion, Regiment flat Battalion, left next Battalion, . next left"},
	} {
		d := read(t, c.text)
		grow(d, func(*importer.Document, *importer.Sentence) bool { return true }, chained)
		var got []string
		for i, a := range d.Tree {
			head := "-"
			if a.Head >= 0 {
				head = d.Word(a.Head)
			}
			got = append(got, d.Word(i)+" "+string(a.Relation)+" "+head)
		}
		if got := strings.Join(got, ", "); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestNeeded makes sure that simple sentences, and what is no sentence, are not parsed.
func TestNeeded(t *testing.T) {
	for _, c := range []struct {
		text string
		want bool
	}{
		{"Chad attacked Mali.", false},
		{"Chad attacked a camp that it had built.", false},
		{"Chad attacked Mali, which had shelled Gao.", true},
		{"Chad, Mali agree to meet\n\nThe two countries will meet on Monday in the north.", false},
	} {
		d := read(t, c.text)
		if got := needed(d, &d.Sentences[0]); got != c.want {
			t.Errorf("%s: needed: %v", c.text, got)
		}
	}
}

// TestStage makes sure that the stage has a tree for whatever needs one.
func TestStage(t *testing.T) {
	d := read(t, "Chad attacked Mali, which had shelled Gao. It is over.")
	if err := Stage().Run(d); err != nil {
		t.Fatal(err)
	}
	roots := make([]int, len(d.Sentences))
	for i, s := range d.Sentences {
		for t := s.First; t < s.Last; t++ {
			if d.Tree[t].Head < 0 {
				roots[i]++
			}
		}
	}
	if roots[0] != 1 || roots[1] != 4 {
		t.Errorf("%d and %d roots", roots[0], roots[1])
	}
}
