package scene

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"skein/graph"
)

// textsOf reads an SVG picture to its end, and returns the texts in it and how many there are of each element.
func textsOf(t *testing.T, data []byte) (texts []string, elements map[string]int) {
	t.Helper()
	elements = map[string]int{}
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = true
	for {
		token, err := d.Token()
		if err == io.EOF {
			return texts, elements
		}
		if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			elements[token.Name.Local]++
		case xml.CharData:
			if s := strings.TrimSpace(string(token)); s != "" {
				texts = append(texts, s)
			}
		}
	}
}

func TestSVG(t *testing.T) {
	s := sample()
	var one, two bytes.Buffer
	for _, out := range []*bytes.Buffer{&one, &two} {
		if err := SVG(out, s, Fit(s, 1150, 850, 30), Light(), 1150, 850); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(one.Bytes(), two.Bytes()) {
		t.Error("the same scene, other bytes")
	}
	texts, elements := textsOf(t, one.Bytes())
	for _, want := range []string{"Esteria", "Maria Lindqvist", "Jul 2023", "+23", "+7"} {
		if !strings.Contains("\n"+strings.Join(texts, "\n")+"\n", "\n"+want+"\n") {
			t.Errorf("no %q among %q", want, texts)
		}
	}
	if elements["script"] > 0 || elements["circle"] < 9 || elements["path"] < 40 {
		t.Errorf("elements: %v", elements)
	}
	for _, style := range []string{`stroke-dasharray="6 4"`, `stroke-dasharray="1.6 3.4"`, `stroke-dasharray="7 3.5 1.6 3.5"`} {
		if !strings.Contains(one.String(), style) {
			t.Errorf("no line with %s", style)
		}
	}
}

// TestSVGHostileNames has names that would end an element, an attribute or the document, or are no XML at all.
func TestSVGHostileNames(t *testing.T) {
	names := []string{`</text><script>alert(1)</script>`, `"onload="x`, `a & b`, "]]>", "<!--", "nul\x00 bell\x07 half\xff", "\uFFFE\uFFFF", "two\nlines\t", "عربي ‮evil‬", "👩‍🚀", ""}
	s := &Scene{}
	for i, name := range names {
		s.Nodes = append(s.Nodes, Node{ID: graph.ID(name), Label: name, Sub: name, Kind: graph.Actor, X: 300 * float64(i), More: 3, Selected: i == 0})
		s.Edges = append(s.Edges, Edge{From: 0, To: i, Label: name, Selected: true})
	}
	var b bytes.Buffer
	if err := SVG(&b, s, Camera{X: 1500, Zoom: 1}, Dark(), 4000, 400); err != nil {
		t.Fatal(err)
	}
	texts, elements := textsOf(t, b.Bytes())
	if elements["script"] > 0 {
		t.Error("a name became an element")
	}
	for _, want := range []string{`a & b`, "two lines", "]]>", "nul bell half"} {
		if !strings.Contains(strings.Join(texts, "\n"), want) {
			t.Errorf("no %q among %q", want, texts)
		}
	}
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestSVGError(t *testing.T) {
	if err := SVG(brokenPipe{}, sample(), Camera{Zoom: 1}, Light(), 100, 100); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("error: %v", err)
	}
}
