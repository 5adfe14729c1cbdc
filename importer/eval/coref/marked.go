package coref

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"skein/graph"
)

// ReadMarked reads a file with an article in each line, in which "[3 words]" is a mention of thing 3. Lines that begin with #
// are skipped.
func ReadMarked(path string) ([]Document, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out []Document
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		d := Document{ID: fmt.Sprintf("%s:%d", filepath.Base(path), n)}
		wanted := map[string]bool{}
		var text strings.Builder
		var open []int // mentions that are not closed yet
		for line != "" {
			k := strings.IndexAny(line, "[]")
			if k < 0 {
				k = len(line)
			}
			text.WriteString(line[:k])
			if line = line[k:]; line == "" {
				break
			}
			if line[0] == '[' {
				chain, rest, ok := strings.Cut(line[1:], " ")
				if !ok {
					return nil, fmt.Errorf("%s: line %d: %s", path, n, line)
				}
				open = append(open, len(d.Mentions))
				d.Mentions = append(d.Mentions, Mention{Span: graph.Span{Begin: text.Len()}, Chain: chain, Kind: Description})
				wanted[chain] = true
				line = rest
				continue
			}
			if len(open) == 0 {
				return nil, fmt.Errorf("%s: line %d: nothing to close before %s", path, n, line)
			}
			m := &d.Mentions[open[len(open)-1]]
			open = open[:len(open)-1]
			m.End = text.Len()
			words := text.String()[m.Begin:]
			last := strings.LastIndexByte(words, ' ') + 1
			m.Heads = []graph.Span{{Begin: m.Begin + last, End: m.End}}
			switch {
			case formOf(words) >= 0:
				m.Kind = Pronoun
			case words[last:] != strings.ToLower(words[last:]):
				m.Kind = Name
			}
			line = line[1:]
		}
		if len(open) > 0 {
			return nil, fmt.Errorf("%s: line %d: a mention is not closed", path, n)
		}
		d.Text = text.String()
		d.settle(wanted)
		out = append(out, d)
	}
	return out, nil
}
