package corpus

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"skein/graph"
)

// Grobid reads a file of the corpus of GROBID NER: XML in which <sentence> holds text and <ENAMEX type="KIND">.
func Grobid(path string) ([]Text, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []Text
	var b strings.Builder
	var marks []Mark
	var opened []Mark
	inside := false
	flush := func() {
		if strings.TrimSpace(b.String()) != "" {
			out = append(out, Text{ID: fmt.Sprintf("%s:%d", path, len(out)), Text: b.String(), Marks: marks})
		}
		b.Reset()
		marks, opened = nil, nil
	}
	in := xml.NewDecoder(f)
	for {
		t, err := in.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		switch x := t.(type) {
		case xml.StartElement:
			switch x.Name.Local {
			case "document":
				flush()
			case "sentence":
				inside = true
			case "ENAMEX":
				m := Mark{Span: graph.Span{Begin: b.Len()}}
				for _, a := range x.Attr {
					if a.Name.Local == "type" {
						m.Kind = a.Value
					}
				}
				opened = append(opened, m)
			}
		case xml.EndElement:
			switch {
			case x.Name.Local == "sentence":
				b.WriteByte(' ')
				inside = false
			case x.Name.Local == "p" && b.Len() > 0:
				b.WriteByte('\n')
			case x.Name.Local == "ENAMEX" && len(opened) > 0:
				m := opened[len(opened)-1]
				opened = opened[:len(opened)-1]
				if m.End = b.Len(); m.End > m.Begin {
					marks = append(marks, m)
				}
			}
		case xml.CharData:
			if inside {
				b.Write(x)
			}
		}
	}
	flush()
	return out, nil
}
