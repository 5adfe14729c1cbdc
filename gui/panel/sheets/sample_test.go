package sheets

import (
	"slices"

	"fyne.io/fyne/v2"

	"skein/graph"
	"skein/graph/schema"
	"skein/graph/snapshot"
	"skein/gui/model"
)

func id(name string) graph.ID { return graph.NewID(graph.EntityPrefix, name) }

// claim is a claim of the sample.
func claim(subject string, p graph.Predicate, object string, m graph.Modality) graph.Claim {
	c := graph.Claim{Subject: id(subject), Predicate: p, Object: id(object), Modality: m}
	c.Identify()
	return c
}

// sample is a small graph: who is where, and with whom.
func sample() []graph.Fact {
	a := graph.Article{Title: "Talks in Halden", Outlet: "The Harbour Post", Published: "2024-01-25", Language: "en", Text: "Norland and Esteria will talk in Halden."}
	a.Identify()
	facts := []graph.Fact{a}
	for name, t := range map[string]graph.Type{
		"Norland": schema.Country, "Esteria": schema.Country, "Maria Lindqvist": schema.Person, "Samir Okonkwo": schema.Person,
		"Ministry of Defence": schema.Organization, "Upper Straits Coalition": schema.Organization, "Red Heron": schema.ArmedGroup,
		"Camp Halden": schema.Facility, "Varn": schema.City, "12th Mountain Brigade": schema.Unit, "MH-9 Osprey": schema.Equipment, "Talks in Halden": "consult",
	} {
		facts = append(facts, graph.Sighting{Entity: id(name), Article: a.ID, Name: name, Type: t, Key: name})
	}
	for _, c := range []graph.Claim{
		claim("Talks in Halden", schema.Participant, "Esteria", graph.Planned),
		claim("Talks in Halden", schema.Participant, "Norland", graph.Planned),
		claim("Maria Lindqvist", schema.Leads, "Ministry of Defence", graph.Asserted),
		claim("Ministry of Defence", schema.PartOf, "Norland", graph.Asserted),
		claim("Samir Okonkwo", schema.Leads, "Esteria", graph.Asserted),
		claim("Camp Halden", schema.LocatedIn, "Esteria", graph.Asserted),
		claim("Varn", schema.LocatedIn, "Esteria", graph.Asserted),
		claim("Upper Straits Coalition", schema.Fights, "Red Heron", graph.Asserted),
		claim("Esteria", schema.MemberOf, "Upper Straits Coalition", graph.Asserted),
		claim("12th Mountain Brigade", schema.BasedAt, "Camp Halden", graph.Asserted),
		claim("12th Mountain Brigade", schema.Operates, "MH-9 Osprey", graph.Asserted),
	} {
		c.Evidence = []graph.Evidence{{Article: a.ID, Span: graph.Span{Begin: 0, End: 7}, Sentence: graph.Span{Begin: 0, End: len(a.Text)}, Confidence: 0.9, Extractor: "test"}}
		facts = append(facts, c)
	}
	return facts
}

// window is the state of a window on a graph, with some of it on the canvas.
func window(facts []graph.Fact, shown ...string) *model.State {
	placed := map[graph.ID]graph.Placement{}
	for i, name := range shown {
		placed[id(name)] = graph.Placement{Entity: id(name), X: float64(i) * 100}
	}
	s := model.New("maps/sample.skein", snapshot.Build(slices.Values(facts)), placed, nil)
	return &s
}

// world is a window in a test: the sheets, what they sent, and a model that answers.
type world struct {
	state   *model.State
	sheets  *Panel
	sent    []model.Msg
	effects []model.Effect
	focused fyne.Focusable
}

func newWorld(s *model.State) *world {
	w := &world{state: s}
	w.sheets = New(w.play, nil, func(f fyne.Focusable) { w.focused = f })
	w.sheets.Show(w.state)
	return w
}

// play lets something happen; edits take effect at once.
func (w *world) play(m model.Msg) {
	w.sent = append(w.sent, m)
	next, effects := model.Update(*w.state, m)
	w.effects = append(w.effects, effects...)
	for _, e := range effects {
		if a, ok := e.(model.Apply); ok {
			next, _ = model.Update(next, model.Applied{How: a.How, Did: a.Change})
		}
	}
	w.state = &next
	w.sheets.Show(w.state)
}
