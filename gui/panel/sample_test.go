package panel_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"skein/graph"
	"skein/graph/schema"
	"skein/graph/snapshot"
	"skein/gui/model"
)

// facts gathers a graph out of sentences.
type facts struct {
	t    testing.TB
	list []graph.Fact
	keys map[string]graph.Type
	open *graph.Article // the article being written
	said []graph.Claim  // its claims, with spans but without its id
	seen map[string][]string
}

func ent(key string) graph.ID { return graph.NewID(graph.EntityPrefix, key) }

// article begins an article; what follows stands in it until [facts.end].
func (f *facts) article(outlet, published, title string) {
	f.end()
	f.open = &graph.Article{Title: title, Outlet: outlet, Published: published, Language: "en"}
	f.seen = map[string][]string{}
}

// end closes the article: its text is complete, so its id is known.
func (f *facts) end() {
	if f.open == nil {
		return
	}
	f.open.Identify()
	f.list = append(f.list, *f.open)
	for _, c := range f.said {
		c.Evidence[0].Article = f.open.ID
		f.list = append(f.list, c)
	}
	for key, names := range f.seen {
		f.list = append(f.list, graph.Sighting{Entity: ent(key), Article: f.open.ID, Name: names[0], Aliases: names[1:], Type: f.keys[names[0]], Key: key})
	}
	f.open, f.said = nil, nil
}

// see says that the article being written shows an entity under these names, the best first.
func (f *facts) see(t graph.Type, names ...string) {
	f.keys[names[0]] = t
	f.seen[names[0]] = names
}

// say adds a sentence that makes a claim: "subject predicate object", with the words between asterisks as evidence. An
// object that no article shows is a value. Options are a modality, or "by NAME".
func (f *facts) say(subject string, p graph.Predicate, object, sentence string, confidence float64, options ...string) {
	begin := strings.Index(sentence, "*")
	end := strings.LastIndex(sentence, "*") - 1
	text := strings.ReplaceAll(sentence, "*", "")
	base := len(f.open.Text)
	f.open.Text += text + " "
	c := graph.Claim{Subject: ent(subject), Predicate: p, Object: ent(object), Modality: graph.Asserted}
	for _, name := range []string{subject, object} {
		if _, known := f.keys[name]; known && f.seen[name] == nil {
			f.seen[name] = []string{name}
		}
	}
	if _, known := f.keys[object]; !known {
		c.Object, c.Value = "", object
	}
	for _, o := range options {
		if by, ok := strings.CutPrefix(o, "by "); ok {
			c.SaidBy = ent(by)
		} else {
			c.Modality = graph.Modality(o)
		}
	}
	c.Identify()
	c.Evidence = []graph.Evidence{{Span: graph.Span{Begin: base + begin, End: base + end},
		Sentence: graph.Span{Begin: base, End: base + len(text)}, Confidence: confidence, Extractor: "test"}}
	f.said = append(f.said, c)
}

// story is a graph as eight sentences of news make it, with every modality, a speaker, a dispute and long names.
func story(t testing.TB) []graph.Fact {
	f := &facts{t: t, keys: map[string]graph.Type{}}
	f.article("The Harbour Post", "2024-01-25", "Norland and Esteria to open talks on the coalition's future")
	f.see(schema.Country, "Esteria", "Republic of Esteria", "Esterian", "Halden (government)")
	f.see(schema.Country, "Norland", "Kingdom of Norland", "Norlandic")
	f.see(schema.Person, "Maria Lindqvist", "Lindqvist", "Secretary Lindqvist")
	f.see(schema.Organization, "Ministry of Defence", "the ministry", "MoD")
	f.see("consult", "Talks on the presence in Esteria")
	f.see("assault", "Norlandic air strikes")
	f.see(schema.Organization, "Combined Task Force for the Security of the Upper Straits and Adjacent Waters", "CTF-US", "the coalition")
	f.see(schema.Government, "Government of Esteria", "the prime minister's office")
	f.see(schema.Person, "Samir Okonkwo-Bellweather", "Okonkwo-Bellweather")
	f.see(schema.ArmedGroup, "Red Heron")
	f.see(schema.ArmedGroup, "Militia of the eastern valleys", "valley militia")
	f.see(schema.Facility, "Camp Halden", "Halden Air Base")
	f.see(schema.City, "Varn")
	f.see(schema.Unit, "12th Mountain Brigade", "the brigade")
	f.see(schema.Unit, "88th Infantry Regiment")
	f.see(schema.Unit, "1st Battalion, 88th Infantry Regiment", "1-88")
	f.see(schema.Equipment, "MH-9 Osprey", "Ospreys")
	f.see("exercise", "Live-fire exercise at Camp Halden")
	f.see("yield", "Withdrawal of the northern garrison")
	f.say("Talks on the presence in Esteria", schema.Participant, "Esteria",
		"Norland and *Esteria are expected to soon begin talks* on the future of the Norlandic presence in the country, people familiar with the plan said on Thursday.", 0.91, "planned")
	f.say("Talks on the presence in Esteria", schema.Participant, "Norland", "*Norland and Esteria are expected to soon begin talks*.", 0.9, "planned")
	f.say("Talks on the presence in Esteria", schema.Time, "2024-02", "The first round *is planned for February*.", 0.7, "planned")
	f.say("Maria Lindqvist", schema.Leads, "Ministry of Defence", "*Maria Lindqvist, who heads the Ministry of Defence*, confirmed the date.", 0.95)
	f.say("Ministry of Defence", schema.PartOf, "Norland", "*Norland's Ministry of Defence* would not comment.", 0.9)
	f.say("Samir Okonkwo-Bellweather", schema.Leads, "Esteria", "*Esteria's prime minister, Samir Okonkwo-Bellweather,* welcomed the talks.", 0.95)
	f.say("Government of Esteria", schema.PartOf, "Esteria", "*The government of Esteria* met in Halden.", 0.8)
	f.say("Talks on the presence in Esteria", schema.Participant, "Government of Esteria", "The *prime minister's office asked for talks* in October.", 0.75, "requested", "by Government of Esteria")
	f.article("Wire of the North", "2024-01-20", "Air strikes hit eastern valleys")
	f.say("Norlandic air strikes", schema.AtPlace, "Esteria", "Two days later *Norlandic jets struck inside Esteria*, aiming at the militia of the eastern valleys.", 0.88)
	f.say("Norlandic air strikes", schema.Agent, "Norland", "*Norlandic jets struck* twice.", 0.85)
	f.say("Norlandic air strikes", schema.Target, "Militia of the eastern valleys", "The jets *aimed at the militia of the eastern valleys*.", 0.83)
	f.say("Norlandic air strikes", schema.Time, "2024-01-20", "The strikes *took place on Saturday*.", 0.9)
	f.say("Militia of the eastern valleys", schema.AffiliatedWith, "Red Heron", "The *militia, which is part of Red Heron,* denied the attack.", 0.6)
	f.say("Militia of the eastern valleys", schema.AffiliatedWith, "Red Heron", "A spokesman said *the militia has nothing to do with Red Heron*.", 0.6, "denied")
	f.say("Camp Halden", schema.LocatedIn, "Esteria", "*Camp Halden in Esteria* was not hit.", 0.9)
	f.say("Varn", schema.LocatedIn, "Esteria", "In *Varn, Esteria*, shops stayed closed.", 0.9)
	f.article("The Northern Sentinel", "2023-07-11", "Battalion trains with Ospreys")
	f.say("1st Battalion, 88th Infantry Regiment", schema.PartOf, "88th Infantry Regiment", "The *1st Battalion, 88th Infantry Regiment* flew in.", 0.99)
	f.say("88th Infantry Regiment", schema.PartOf, "12th Mountain Brigade", "The *88th Infantry Regiment of the 12th Mountain Brigade* trains each summer.", 0.95)
	f.say("Live-fire exercise at Camp Halden", schema.Agent, "1st Battalion, 88th Infantry Regiment", "The *battalion held a live-fire exercise* with its neighbours.", 0.9)
	f.say("Live-fire exercise at Camp Halden", schema.AtPlace, "Camp Halden", "The exercise *took place at Camp Halden*.", 0.9)
	f.say("Live-fire exercise at Camp Halden", schema.Instrument, "MH-9 Osprey", "They *boarded MH-9 Ospreys* at dawn.", 0.9)
	f.say("Live-fire exercise at Camp Halden", schema.Time, "2023-07", "The exercise *took place in July*.", 0.8)
	f.say("12th Mountain Brigade", schema.BasedAt, "Camp Halden", "The *brigade, at Camp Halden since spring,* will stay.", 0.8)
	f.say("Camp Halden", schema.LocatedIn, "Esteria", "The camp *lies in western Esteria*.", 0.85)
	f.article("The Harbour Post", "2024-02-02", "Coalition would leave by autumn if the truce holds")
	f.say("Withdrawal of the northern garrison", schema.Agent, "Combined Task Force for the Security of the Upper Straits and Adjacent Waters",
		"*The coalition could leave the north by autumn* if the truce holds, said Lindqvist.", 0.7, "conditional", "by Maria Lindqvist")
	f.say("Withdrawal of the northern garrison", schema.AtPlace, "Esteria", "“*We may leave northern Esteria*,” Lindqvist said.", 0.7, "conditional", "by Maria Lindqvist")
	f.say("Norland", schema.MemberOf, "Combined Task Force for the Security of the Upper Straits and Adjacent Waters", "*Norland, a member of the coalition,* pays for most of it.", 0.9)
	f.say("Esteria", schema.MemberOf, "Combined Task Force for the Security of the Upper Straits and Adjacent Waters", "*Esteria joined the coalition* in 2019.", 0.9)
	f.say("Combined Task Force for the Security of the Upper Straits and Adjacent Waters", schema.Fights, "Red Heron", "*The coalition fights Red Heron* along the coast.", 0.9)
	f.say("Talks on the presence in Esteria", schema.Participant, "Esteria", "*Esteria will sit down with Norland* in February.", 0.8, "planned")
	f.end()
	return f.list
}

// window is a state of the window on a graph: everything placed on a ring.
func window(list []graph.Fact, messages ...model.Msg) *model.State {
	snap := snapshot.Build(slices.Values(list))
	placed := map[graph.ID]graph.Placement{}
	for i, e := range snap.Entities() {
		a := float64(i) / float64(len(snap.Entities())) * 2 * math.Pi
		placed[e.ID] = graph.Placement{Entity: e.ID, X: math.Round(300 * math.Cos(a)), Y: math.Round(200 * math.Sin(a))}
	}
	s := model.New("story.skein", snap, placed, map[string]string{})
	return play(&s, messages...)
}

// play lets things happen. Edits are applied at once, to what a store would have kept.
func play(s *model.State, messages ...model.Msg) *model.State {
	now := *s
	for len(messages) > 0 {
		var effects []model.Effect
		now, effects = model.Update(now, messages[0])
		messages = messages[1:]
		var answers []model.Msg
		for _, e := range effects {
			if a, ok := e.(model.Apply); ok {
				did := model.Applied{How: a.How, Did: a.Change}
				if touchesClaims(a.Change) {
					did.Snap = now.Snap.With(a.Change)
				}
				answers = append(answers, did)
			}
		}
		messages = append(answers, messages...)
	}
	return &now
}

func touchesClaims(c graph.Change) bool {
	return slices.ContainsFunc(c.Deltas, func(d graph.Delta) bool {
		switch d.Fact.(type) {
		case graph.Placement, graph.Setting:
			return false
		}
		return true
	})
}

// hub is a graph with one entity in n claims.
func hub(n int) []graph.Fact {
	f := &facts{keys: map[string]graph.Type{}}
	f.article("The Harbour Post", "2024-03-01", "Who met whom")
	f.see(schema.Country, "Esteria")
	for i := range n {
		name := fmt.Sprintf("Delegate %d", i)
		f.see(schema.Person, name)
		p := []graph.Predicate{schema.NationalOf, schema.Leads, schema.Opposes}[i%3]
		f.say(name, p, "Esteria", fmt.Sprintf("*Delegate number %d of Esteria* took the floor and spoke for some minutes about the state of the roads.", i), 0.8)
	}
	f.end()
	return f.list
}
