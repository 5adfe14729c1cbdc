// Package treebank reads annotated sentences in CoNLL-U, the format of Universal Dependencies. It serves training and
// measuring only; the importer itself does not use it.
package treebank

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"skein/graph"
	"skein/importer"
)

// Word is one syntactic word.
type Word struct {
	Form  string
	Lemma string
	Tag   importer.Tag // UPOS
	Head  int          // index of the head in the sentence, -1 for the root
	Label string       // relation to the head with its subtype: "nsubj:pass"
	Glued bool         // no space between this word and the next one
	Misc  string       // the last column as it is: "Entity=(3-person|SpaceAfter=No"
}

// Sentence is one annotated sentence.
type Sentence struct {
	Words     []Word
	Paragraph bool // the first one of its paragraph or document
}

// Text is the sentence as it was written, as far as the annotation tells.
func (s *Sentence) Text() string {
	var b strings.Builder
	for i, w := range s.Words {
		b.WriteString(w.Form)
		if !w.Glued && i < len(s.Words)-1 {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// Spans are the places of the words in Text.
func (s *Sentence) Spans() []graph.Span {
	out := make([]graph.Span, len(s.Words))
	at := 0
	for i, w := range s.Words {
		out[i] = graph.Span{Begin: at, End: at + len(w.Form)}
		at = out[i].End
		if !w.Glued {
			at++
		}
	}
	return out
}

// ReadFile reads a file, through gzip where its name ends in ".gz".
func ReadFile(path string) ([]Sentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	out, err := Read(r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return out, nil
}

// Read reads sentences. Empty nodes of enhanced dependencies are left out; a word that is written together with its
// neighbours (a range of ids) is glued to them.
func Read(r io.Reader) ([]Sentence, error) {
	in := bufio.NewScanner(r)
	in.Buffer(nil, 1<<24)
	var out []Sentence
	var s Sentence
	glued, gluedAfter := 0, false // the last word of a range, and whether the range itself is glued to the next word
	for n := 1; in.Scan(); n++ {
		line := in.Text()
		switch {
		case line == "":
			if len(s.Words) > 0 {
				out = append(out, s)
			}
			s, glued = Sentence{}, 0
			continue
		case strings.HasPrefix(line, "# newpar") || strings.HasPrefix(line, "# newdoc"):
			s.Paragraph = true
			continue
		case line[0] == '#':
			continue
		}
		c := strings.Split(line, "\t")
		if len(c) != 10 {
			return nil, fmt.Errorf("line %d: %d columns, want 10", n, len(c))
		}
		if strings.Contains(c[0], ".") {
			continue
		}
		if _, last, ok := strings.Cut(c[0], "-"); ok {
			glued, _ = strconv.Atoi(last)
			gluedAfter = strings.Contains(c[9], "SpaceAfter=No")
			continue
		}
		id, err := strconv.Atoi(c[0])
		if err != nil || id != len(s.Words)+1 {
			return nil, fmt.Errorf("line %d: word %q out of order", n, c[0])
		}
		head, err := strconv.Atoi(c[6])
		if err != nil {
			return nil, fmt.Errorf("line %d: head %q", n, c[6])
		}
		w := Word{Form: c[1], Lemma: c[2], Tag: importer.Tag(c[3]), Head: head - 1, Label: c[7], Glued: strings.Contains(c[9], "SpaceAfter=No"), Misc: c[9]}
		switch {
		case id < glued:
			w.Glued = true
		case id == glued:
			w.Glued = gluedAfter
		}
		s.Words = append(s.Words, w)
	}
	if len(s.Words) > 0 {
		out = append(out, s)
	}
	for i := range out {
		for k, w := range out[i].Words {
			if w.Head < -1 || w.Head >= len(out[i].Words) || w.Head == k {
				return nil, fmt.Errorf("sentence %d: word %d has the head %d", i+1, k+1, w.Head+1)
			}
		}
	}
	return out, in.Err()
}
