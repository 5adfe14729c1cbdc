package dock

import (
	"slices"
	"strings"
	"testing"

	"skein/graph"
	"skein/graph/schema"
	"skein/graph/snapshot"
	"skein/gui/model"
)

// names of the sample's entities with their types.
var sampleTypes = map[string]graph.Type{
	"Norland": schema.Country, "Esteria": schema.Country, "Maria Lindqvist": schema.Person, "Samir Okonkwo": schema.Person,
	"Ministry of Defence": schema.Organization, "Upper Straits Coalition": schema.Organization, "Red Heron": schema.ArmedGroup,
	"Camp Halden": schema.Facility, "Varn": schema.City, "12th Mountain Brigade": schema.Unit, "88th Infantry Regiment": schema.Unit,
	"MH-9 Osprey": schema.Equipment, "talks on the coalition": "consult", "air strikes": "assault", "exercise": "exercise",
}

func id(name string) graph.ID { return graph.NewID(graph.EntityPrefix, name) }

// said is a claim of the sample: its words, within its sentence of the article.
type said struct {
	subject, object string
	predicate       graph.Predicate
	modality        graph.Modality
	by              string
	words           string
}

// write makes the facts of an article. "{name|words}" in the text are words that name an entity; "{name}" stands for its
// name.
func write(t testing.TB, outlet, date, title, text string, claims ...said) []graph.Fact {
	a := graph.Article{Title: title, Outlet: outlet, Published: date, Byline: "A. Correspondent", Language: "en"}
	var b strings.Builder
	seen := map[string][]graph.Span{}
	words := map[string][]string{}
	for text != "" {
		before, rest, ok := strings.Cut(text, "{")
		b.WriteString(before)
		if !ok {
			break
		}
		inner, after, _ := strings.Cut(rest, "}")
		name, as, ok := strings.Cut(inner, "|")
		if !ok {
			as = name
		}
		if sampleTypes[name] == "" {
			t.Fatalf("the sample knows nobody called %q", name)
		}
		seen[name] = append(seen[name], graph.Span{Begin: b.Len(), End: b.Len() + len(as)})
		if as != name && !slices.Contains(words[name], as) {
			words[name] = append(words[name], as)
		}
		b.WriteString(as)
		text = after
	}
	a.Text = b.String()
	a.Identify()
	facts := []graph.Fact{a}
	for name, spans := range seen {
		facts = append(facts, graph.Sighting{Entity: id(name), Article: a.ID, Name: name, Type: sampleTypes[name], Aliases: words[name], Mentions: spans, Key: name})
	}
	for _, s := range claims {
		at := strings.Index(a.Text, s.words)
		if at < 0 {
			t.Fatalf("nothing says %q", s.words)
		}
		whole := graph.Span{Begin: strings.LastIndexAny(a.Text[:at], ".\n") + 1, End: at + len(s.words)}
		whole.End += strings.IndexByte(a.Text[whole.End:], '.') + 1
		for a.Text[whole.Begin] == ' ' {
			whole.Begin++
		}
		c := graph.Claim{Subject: id(s.subject), Predicate: s.predicate, Object: id(s.object), Modality: s.modality}
		if sampleTypes[s.object] == "" {
			c.Object, c.Value = "", s.object
		}
		if s.by != "" {
			c.SaidBy = id(s.by)
		}
		if c.Modality == "" {
			c.Modality = graph.Asserted
		}
		c.Identify()
		c.Evidence = []graph.Evidence{{Article: a.ID, Span: graph.Span{Begin: at, End: at + len(s.words)}, Sentence: whole, Confidence: 0.9, Extractor: "test"}}
		facts = append(facts, c)
	}
	return facts
}

// sample is a graph of three articles.
func sample(t testing.TB) []graph.Fact {
	return slices.Concat(
		write(t, "The Harbour Post", "2024-01-25", "Norland and Esteria to open talks on the coalition's future", harbour,
			said{"talks on the coalition", "Esteria", schema.Participant, graph.Planned, "", "Norland and Esteria are expected to soon begin talks"},
			said{"talks on the coalition", "Norland", schema.Participant, graph.Planned, "", "Norland and Esteria are expected to soon begin talks"},
			said{"talks on the coalition", "2024-02", schema.Time, graph.Planned, "", "would be held in February"},
			said{"Maria Lindqvist", "Ministry of Defence", schema.Leads, "", "", "Maria Lindqvist, who heads the Ministry of Defence"},
			said{"Samir Okonkwo", "Esteria", schema.Leads, "", "", "Esteria's prime minister, Samir Okonkwo"},
			said{"air strikes", "Esteria", schema.AtPlace, graph.Denied, "Ministry of Defence", "denied strikes on Varn"},
			said{"12th Mountain Brigade", "Camp Halden", schema.BasedAt, "", "", "the 12th Mountain Brigade at Camp Halden"},
			said{"Red Heron", "Upper Straits Coalition", schema.Fights, "", "", "Red Heron has fought the coalition"}),
		write(t, "Wire of the North", "2024-01-20", "Air strikes hit eastern valleys", wire,
			said{"air strikes", "Norland", schema.Agent, "", "", "Norlandic jets struck"},
			said{"air strikes", "Red Heron", schema.Target, "", "", "aiming at fighters of Red Heron"},
			said{"air strikes", "2024-01-18", schema.Time, "", "", "on Thursday night"}),
		write(t, "The Northern Sentinel", "2023-07-11", "Regiment trains with Ospreys", sentinel,
			said{"88th Infantry Regiment", "12th Mountain Brigade", schema.PartOf, "", "", "88th Infantry Regiment of the 12th Mountain Brigade"},
			said{"exercise", "2023-07", schema.Time, "", "", "This year"},
			said{"exercise", "MH-9 Osprey", schema.Instrument, "", "", "boarded MH-9 Ospreys at dawn"},
			said{"exercise", "Camp Halden", schema.AtPlace, "", "", "live-fire exercise at Camp Halden"}),
	)
}

const harbour = `HALDEN – {Norland} and {Esteria} are expected to soon begin {talks on the coalition|talks} on the future of the {Upper Straits Coalition|coalition} that has kept soldiers in the country since 2019, people familiar with the plan said on Thursday.

{Maria Lindqvist}, who heads the {Ministry of Defence}, told reporters that the first round would be held in February. “We do not come with a date in our pocket,” {Maria Lindqvist|Lindqvist} said. “We come to listen, and to agree on how this ends well for both.”

{Esteria}'s prime minister, {Samir Okonkwo}, welcomed the announcement. His office had asked for {talks on the coalition|such talks} in October, after a march on the capital that drew some forty thousand people.

The {Ministry of Defence|ministry} denied {air strikes|strikes} on {Varn} this month. Residents of {Varn} told this newspaper that they had heard two explosions, one of them close to the water works.

Some 2,400 soldiers, most of them of the {12th Mountain Brigade} at {Camp Halden}, would be concerned. {Red Heron} has fought the {Upper Straits Coalition|coalition} along the coast for four years; it said in a message that it would hold its fire while the two governments talk, and “not a day longer”.

A diplomat in {Norland}'s capital, who was not allowed to speak in public, said that nobody should expect a quick result: the last agreement of this kind took eleven months, and most of those were spent on the question of who would run the airfield.`

const wire = `{Norland|Norlandic} jets {air strikes|struck} targets in eastern {Esteria} on Thursday night, aiming at fighters of {Red Heron}, two officers said.

Nobody was hurt at {Camp Halden}, which lies forty kilometres to the west.`

const sentinel = `The {88th Infantry Regiment} of the {12th Mountain Brigade} trains in the hills each summer. This year its companies boarded {MH-9 Osprey|MH-9 Osprey}s at dawn.

The live-fire {exercise} at {Camp Halden} ended without an accident.`

// window is the state of a window on a graph.
func window(facts []graph.Fact) *model.State {
	s := model.New("sample.skein", snapshot.Build(slices.Values(facts)), nil, nil)
	s.Panels.DockFolded = false
	return &s
}

// world is a window in a test: the dock, what it sent, and a model that answers it.
type world struct {
	state *model.State
	dock  *Panel
	sent  []model.Msg
}

func newWorld(s *model.State) *world {
	w := &world{state: s}
	w.dock = New(func(m model.Msg) {
		w.sent = append(w.sent, m)
		w.play(m)
	}, nil)
	w.dock.Show(w.state)
	return w
}

// play lets something happen; edits take effect at once.
func (w *world) play(m model.Msg) {
	next, effects := model.Update(*w.state, m)
	for _, e := range effects {
		if a, ok := e.(model.Apply); ok {
			next, _ = model.Update(next, model.Applied{How: a.How, Did: a.Change})
		}
	}
	w.state = &next
	w.dock.Show(w.state)
}
