// Package corpus reads texts in which names and descriptions are marked, each in the form its authors gave it. It serves training
// and measuring only; the importer itself does not use it.
//
// Every corpus marks other things under other names; a [Text] keeps the names of its corpus.
package corpus

import (
	"strings"

	"skein/graph"
)

// Text is an annotated text.
type Text struct {
	ID, Title, Text string
	Marks           []Mark       // they may overlap
	Relations       []Relation   // between what stands at two places
	Skip            []graph.Span // stretches that were left unannotated
}

// Mark is a stretch of bytes of a text, and what it is.
type Mark struct {
	graph.Span
	Kind string
}

// Relation is what a text says of the things that two of its places are about.
type Relation struct {
	From, To graph.Span
	Name     string
}

// words makes a text of words: it writes blanks where English has them.
type words struct {
	b     strings.Builder
	spans []graph.Span
	tight bool // no blank before the next word
	quote bool // inside straight quotation marks
}

func (w *words) add(word string) {
	tight := w.tight || w.b.Len() == 0
	w.tight = false
	switch word {
	case ".", ",", ";", ":", "!", "?", ")", "]", "}", "%", "”", "''", "'s", "’s", "n't", "'":
		tight = true
	case "(", "[", "{", "$", "£", "€", "“", "``", "#":
		w.tight = true
	case "\"":
		if w.quote {
			tight = true
		} else {
			w.tight = true
		}
		w.quote = !w.quote
	}
	if !tight {
		w.b.WriteByte(' ')
	}
	begin := w.b.Len()
	w.b.WriteString(word)
	w.spans = append(w.spans, graph.Span{Begin: begin, End: w.b.Len()})
}

// line ends a line.
func (w *words) line() {
	if w.b.Len() > 0 {
		w.b.WriteByte('\n')
	}
	w.tight, w.quote = true, false
}

// over is the stretch of words [from, to).
func (w *words) over(from, to int) graph.Span {
	return graph.Span{Begin: w.spans[from].Begin, End: w.spans[to-1].End}
}

// end is the empty stretch behind the last word.
func (w *words) end() graph.Span { return graph.Span{Begin: w.b.Len(), End: w.b.Len()} }
