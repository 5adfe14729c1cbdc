package corpus

import (
	"regexp"
	"strings"

	"skein/graph"
	"skein/importer"
	"skein/importer/treebank"
)

// bracket is where an entity of GUM begins, "(3-person-new-...", with a closing bracket where it is one word, or ends, "3)".
var bracket = regexp.MustCompile(`\((\d+)-([a-z]+)[^()]*(\)?)|(\d+)\)`)

// GUM reads a file of GUM in CoNLL-U with its entities, every noun phrase with its kind. A mark goes from the begin of the phrase to its head: what
// hangs on the head from behind is not in it. Persons in plural are of the kind "persons".
func GUM(path string) ([]Text, error) {
	sentences, err := treebank.ReadFile(path)
	if err != nil {
		return nil, err
	}
	t := Text{ID: path}
	for i := range sentences {
		s := &sentences[i]
		spans := s.Spans()
		type opened struct {
			id, kind string
			from     int
		}
		var stack []opened
		take := func(o opened, to int) {
			head := o.from
			for k := o.from; k <= to; k++ {
				if h := s.Words[k].Head; h < o.from || h > to {
					head = k
					break
				}
			}
			kind := o.kind
			if w := &s.Words[head]; kind == "person" && w.Tag == importer.Noun && strings.ToLower(w.Form) != w.Lemma {
				kind = "persons"
			}
			t.Marks = append(t.Marks, Mark{graph.Span{Begin: len(t.Text) + spans[o.from].Begin, End: len(t.Text) + spans[head].End}, kind})
		}
		for k := range s.Words {
			for _, m := range bracket.FindAllStringSubmatch(entity(s.Words[k].Misc), -1) {
				switch {
				case m[4] != "":
					for n := len(stack) - 1; n >= 0; n-- {
						if stack[n].id == m[4] {
							take(stack[n], k)
							stack = append(stack[:n], stack[n+1:]...)
							break
						}
					}
				case m[3] != "":
					take(opened{m[1], m[2], k}, k)
				default:
					stack = append(stack, opened{m[1], m[2], k})
				}
			}
		}
		t.Text += s.Text() + "\n"
	}
	return []Text{t}, nil
}

// entity is the value of "Entity" in the last column of CoNLL-U.
func entity(misc string) string {
	for x := range strings.SplitSeq(misc, "|") {
		if v, ok := strings.CutPrefix(x, "Entity="); ok {
			return v
		}
	}
	return ""
}
