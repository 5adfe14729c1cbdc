package pipeline

import (
	"strings"
	"testing"

	"skein/graph"
	"skein/importer"
)

// TestCapitals makes sure that what is told in capitals is the same graph as told normally: names, types and keys.
func TestCapitals(t *testing.T) {
	const text = "Gen. Julio Ibarra, commander of the 3d Infantry Brigade, met Peruvian officials in Lima on Monday. Rebels of the " +
		"Popular Front (FPN) attacked a patrol near San Salvador, President Ana Torres said. The United Nations condemned the attack of the FPN."
	entities := func(text string) map[string]string {
		d := &importer.Document{Article: graph.Article{ID: "a", Text: text}, Path: "test"}
		if err := importer.Run(d, Stages()); err != nil {
			t.Fatal(err)
		}
		if len(d.Events) == 0 {
			t.Errorf("no events in %q", text)
		}
		out := map[string]string{}
		for _, e := range d.Entities {
			name := e.Name
			if e.Generic {
				name = strings.ToLower(name) // "Rebels" at the begin of a sentence
			}
			out[e.Key] = string(e.Type) + " " + name
		}
		return out
	}
	want, got := entities(text), entities(strings.ToUpper(text))
	if len(want) < 7 {
		t.Errorf("only %d entities: %v", len(want), want)
	}
	for k, v := range want {
		if got[k] != v {
			t.Errorf("%s: %q in capitals, %q otherwise", k, got[k], v)
		}
	}
	for k, v := range got {
		if _, ok := want[k]; !ok {
			t.Errorf("%s: %q is found in capitals only", k, v)
		}
	}
}
