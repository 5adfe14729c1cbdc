package coref

import (
	"path/filepath"
	"strconv"
	"strings"

	"skein/graph"
	"skein/importer"
	"skein/importer/treebank"
)

// ReadGUM reads a file of the GUM corpus in CoNLL-U, one article, with the entities in its last column: "(1-person-…-2,3-coref"
// opens a mention, of which the numbers are the words that it cannot do without; "1)" closes it.
func ReadGUM(path string) (Document, error) {
	sentences, err := treebank.ReadFile(path)
	if err != nil {
		return Document{}, err
	}
	d := Document{ID: strings.TrimSuffix(filepath.Base(path), ".conllu")}
	wanted := map[string]bool{}
	var text strings.Builder
	var open []opened
	var words []treebank.Word
	var spans []graph.Span
	for _, s := range sentences {
		switch {
		case text.Len() == 0:
		case s.Paragraph:
			text.WriteString("\n\n")
		default:
			text.WriteByte(' ')
		}
		at := text.Len()
		text.WriteString(s.Text())
		for i, span := range s.Spans() {
			words = append(words, s.Words[i])
			spans = append(spans, graph.Span{Begin: at + span.Begin, End: at + span.End})
		}
		for first := len(words) - len(s.Words); first < len(words); first++ {
			for _, mark := range marks(words[first].Misc) {
				if mark.opens {
					open = append(open, opened{mark.fields, first})
				}
				if !mark.closes {
					continue
				}
				for k := len(open) - 1; k >= 0; k-- {
					if o := open[k]; o.fields[0] == mark.fields[0] {
						d.Mentions = append(d.Mentions, o.mention(words, spans, first))
						switch o.fields[1] {
						case "person", "organization", "place":
							wanted[o.fields[0]] = true
						}
						open = append(open[:k], open[k+1:]...)
						break
					}
				}
			}
		}
	}
	d.Text = text.String()
	d.settle(wanted)
	return d, nil
}

// opened is a mention of which the end is not read yet.
type opened struct {
	fields []string // chain, type, …
	first  int      // word
}

// mention is the mention that ends with word last.
func (o opened) mention(words []treebank.Word, spans []graph.Span, last int) Mention {
	m := Mention{Span: graph.Span{Begin: spans[o.first].Begin, End: spans[last].End}, Chain: o.fields[0], Kind: Description}
	if len(o.fields) > 5 {
		for n := range strings.SplitSeq(o.fields[5], ",") {
			if k, err := strconv.Atoi(n); err == nil && k > 0 && o.first+k-1 <= last {
				m.Heads = append(m.Heads, spans[o.first+k-1])
				m.Kind = kind(words[o.first+k-1].Tag, m.Kind)
			}
		}
	}
	if len(m.Heads) == 0 {
		m.Heads = spans[o.first : last+1]
	}
	return m
}

// kind is the kind of a mention of which a head has the tag, and the others say so far.
func kind(t importer.Tag, so Kind) Kind {
	switch t {
	case importer.Propn:
		return Name
	case importer.Pron:
		return Pronoun
	}
	return so
}

// mark is where a mention begins, ends, or both.
type mark struct {
	opens, closes bool
	fields        []string
}

// marks are the marks in the last column of a word.
func marks(misc string) []mark {
	var out []mark
	for field := range strings.SplitSeq(misc, "|") {
		s, ok := strings.CutPrefix(field, "Entity=")
		if !ok {
			continue
		}
		for s != "" {
			var m mark
			s, m.opens = strings.CutPrefix(s, "(")
			end := strings.IndexAny(s, "()")
			if end < 0 {
				end = len(s)
			}
			m.fields = strings.Split(s[:end], "-")
			if m.opens && len(m.fields) < 2 {
				m.fields = append(m.fields, "")
			}
			s, m.closes = strings.CutPrefix(s[end:], ")")
			out = append(out, m)
		}
	}
	return out
}
