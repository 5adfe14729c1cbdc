package corpus

import (
	"fmt"
	"os"
	"strings"
)

// perText is the number of sentences that are put together to one text where a corpus does not say where its texts end.
const perText = 12

// Columns reads a file with a word in each line and its mark beside it, and an empty line between sentences (the form of
// CoNLL 2003). Marks are B-KIND where they begin, I-KIND where they go on, O outside; an I-KIND behind something else begins one
// too. The word stands in column word and the mark in column mark, from 0. Lines that begin with # or -DOCSTART- end a text;
// where there are none, a text is as many sentences as news have in a few paragraphs.
func Columns(path string, word, mark int) ([]Text, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out []Text
	var w words
	var marks []Mark
	from, kind, sentences := -1, "", 0
	end := func() {
		if from >= 0 {
			marks = append(marks, Mark{w.over(from, len(w.spans)), kind})
		}
		from = -1
	}
	flush := func() {
		if len(w.spans) > 0 {
			out = append(out, Text{ID: fmt.Sprintf("%s:%d", path, len(out)), Text: w.b.String(), Marks: marks})
		}
		w, marks, sentences = words{}, nil, 0
	}
	n := 0
	for line := range strings.Lines(string(b)) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if strings.HasPrefix(line, "# newdoc") || strings.HasPrefix(line, "-DOCSTART-") {
			end()
			flush()
			continue
		}
		if strings.HasPrefix(line, "# ") {
			continue
		}
		f := strings.Fields(line)
		if len(f) == 0 {
			end()
			w.line()
			if sentences++; sentences >= perText {
				flush()
			}
			continue
		}
		if len(f) <= max(word, mark) {
			return nil, fmt.Errorf("%s: line %d: %d columns", path, n, len(f))
		}
		place, k, _ := strings.Cut(f[mark], "-")
		if from >= 0 && (place != "I" || k != kind) {
			end()
		}
		w.add(f[word])
		if (place == "B" || place == "I") && from < 0 {
			from, kind = len(w.spans)-1, k
		}
	}
	end()
	flush()
	return out, nil
}
