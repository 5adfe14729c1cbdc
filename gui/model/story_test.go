package model_test

import (
	"fmt"
	"slices"
	"strings"

	"skein/graph"
	"skein/graph/schema"
)

// story writes articles, sentence by sentence, and keeps the facts that these make.
type story struct {
	facts []graph.Fact
	types map[string]graph.Type
}

// claim is a sentence "Subject verb Object." that says something.
type claim struct {
	subject    string
	predicate  graph.Predicate
	object     string // an entity of the story, or else a value
	modality   graph.Modality
	by         string // who says so, or ""
	confidence float64
}

func entity(name string) graph.ID { return graph.NewID(graph.EntityPrefix, name) }

// article adds an article that makes these claims, one a sentence.
func (st *story) article(outlet, published, title string, claims ...claim) graph.ID {
	a := graph.Article{Title: title, Outlet: outlet, Published: published, Language: "en"}
	mentions := map[string][]graph.Span{}
	var said []graph.Claim
	for _, c := range claims {
		begin := len(a.Text)
		write := func(word string) {
			if _, ok := st.types[word]; ok {
				mentions[word] = append(mentions[word], graph.Span{Begin: len(a.Text), End: len(a.Text) + len(word)})
			}
			a.Text += word
		}
		info, _ := schema.PredicateOf(c.predicate)
		write(c.subject)
		a.Text += " — " + info.Label + " "
		write(c.object)
		words := graph.Span{Begin: begin, End: len(a.Text)}
		if c.by != "" {
			a.Text += ", said "
			write(c.by)
		}
		a.Text += "."
		sentence := graph.Span{Begin: begin, End: len(a.Text)}
		a.Text += "\n\n"
		g := graph.Claim{Subject: entity(c.subject), Predicate: c.predicate, Modality: c.modality}
		if g.Modality == "" {
			g.Modality = graph.Asserted
		}
		if _, ok := st.types[c.object]; ok {
			g.Object = entity(c.object)
		} else {
			g.Value = c.object
		}
		if c.by != "" {
			g.SaidBy = entity(c.by)
		}
		if c.confidence == 0 {
			c.confidence = 0.9
		}
		g.Identify()
		g.Evidence = []graph.Evidence{{Span: words, Sentence: sentence, Confidence: c.confidence, Extractor: "test"}}
		said = append(said, g)
	}
	a.Identify()
	st.facts = append(st.facts, a)
	for _, g := range said {
		g.Evidence[0].Article = a.ID
		st.facts = append(st.facts, g)
	}
	for name, spans := range mentions {
		st.facts = append(st.facts, graph.Sighting{Entity: entity(name), Article: a.ID, Name: name, Type: st.types[name], Mentions: spans, Key: name})
	}
	return a.ID
}

// tension is a story of two states, a coalition, a raid, talks to come and a withdrawal that may be.
func tension() *story {
	st := &story{types: map[string]graph.Type{
		"Norland": schema.Country, "Estéria": schema.Country, "Maria Lindqvist": schema.Person, "Lindqvist": schema.Person,
		"Coast Coalition": schema.Organization, "Red Heron": schema.ArmedGroup, "Camp Halden": schema.Facility, "Varn": schema.City,
		"12th Brigade": schema.Unit, "88th Regiment": schema.Unit, "MH-9 Osprey": schema.Equipment,
		"Talks": "consult", "Raid": "assault", "Withdrawal": "yield", "Exercise": "exercise",
	}}
	st.article("Northern Sentinel", "2023-07-11", "Brigade trains at Camp Halden",
		claim{subject: "88th Regiment", predicate: schema.PartOf, object: "12th Brigade"},
		claim{subject: "12th Brigade", predicate: schema.BasedAt, object: "Camp Halden", confidence: 0.6},
		claim{subject: "Camp Halden", predicate: schema.LocatedIn, object: "Estéria"},
		claim{subject: "Exercise", predicate: schema.Agent, object: "88th Regiment"},
		claim{subject: "Exercise", predicate: schema.Instrument, object: "MH-9 Osprey"},
		claim{subject: "Exercise", predicate: schema.Time, object: "2023-07"})
	st.article("Wire of the North", "2024-01-20", "Raid on Red Heron",
		claim{subject: "Raid", predicate: schema.Agent, object: "Norland"},
		claim{subject: "Raid", predicate: schema.Target, object: "Red Heron"},
		claim{subject: "Raid", predicate: schema.AtPlace, object: "Varn"},
		claim{subject: "Raid", predicate: schema.Time, object: "2024-01-19"},
		claim{subject: "Varn", predicate: schema.LocatedIn, object: "Estéria"},
		claim{subject: "Red Heron", predicate: schema.AffiliatedWith, object: "Norland", modality: graph.Denied, by: "Lindqvist", confidence: 0.4},
		claim{subject: "Red Heron", predicate: schema.AffiliatedWith, object: "Norland", by: "Red Heron", confidence: 0.5})
	st.article("Harbour Post", "2024-01-25", "Talks on the coalition to open",
		claim{subject: "Talks", predicate: schema.Participant, object: "Norland", modality: graph.Planned},
		claim{subject: "Talks", predicate: schema.Participant, object: "Estéria", modality: graph.Planned},
		claim{subject: "Talks", predicate: schema.Time, object: "2024-02", modality: graph.Planned},
		claim{subject: "Maria Lindqvist", predicate: schema.Leads, object: "Coast Coalition"},
		claim{subject: "Norland", predicate: schema.MemberOf, object: "Coast Coalition"},
		claim{subject: "Estéria", predicate: schema.MemberOf, object: "Coast Coalition"},
		claim{subject: "Coast Coalition", predicate: schema.Fights, object: "Red Heron", confidence: 0.7},
		claim{subject: "Withdrawal", predicate: schema.Agent, object: "Coast Coalition", modality: graph.Conditional, by: "Maria Lindqvist", confidence: 0.6},
		claim{subject: "Withdrawal", predicate: schema.AtPlace, object: "Estéria", modality: graph.Conditional, by: "Maria Lindqvist", confidence: 0.6})
	return st
}

// hub is a story of one state with many units, the last ones better known than the first.
func hub(units int) *story {
	st := &story{types: map[string]graph.Type{"Norland": schema.Country, "Estéria": schema.Country}}
	var claims []claim
	for i := range units {
		name := fmt.Sprintf("Unit %03d", i)
		st.types[name] = schema.Unit
		claims = append(claims, claim{subject: name, predicate: schema.PartOf, object: "Norland"})
		if i%2 == 1 {
			claims = append(claims, claim{subject: name, predicate: schema.BasedAt, object: "Norland"})
		}
	}
	st.article("Army List", "2020", "All units", claims...)
	st.article("Army List", "2024", "Neighbours", claim{subject: "Norland", predicate: schema.AlliedWith, object: "Estéria"})
	return st
}

// names are the names of entities, sorted.
func (r *reader) names(ids []graph.ID) string {
	var out []string
	for _, id := range ids {
		out = append(out, r.s.Name(id))
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}
