package relate

import (
	"slices"
	"strings"

	"skein/graph/schema"
	"skein/importer"
	"skein/importer/english"
)

// headOfState states what someone leads who is called "President X" and no more: the state that has had a leader of that name,
// else the only one that the sentence names, else that of the dateline.
func (r *reading) headOfState(x *importer.Mention) {
	title := attribute(x, "title")
	words := titleNouns(title)
	if len(words) == 0 || !strings.HasPrefix(x.In(r.d.Text), title) {
		return
	}
	switch words[len(words)-1] {
	case "president", "prime_minister", "premier", "chancellor":
	default:
		return
	}
	if slices.ContainsFunc(words, english.Deputy) {
		return
	}
	name := strings.ToLower(r.d.Entities[x.Entity].Name)
	state := -1
	if code := english.LeaderOf(name[strings.LastIndexByte(name, ' ')+1:]); code != "" {
		state = r.country(code) // none where the article does not speak of it
	} else {
		home := r.datelineState()
		switch state = r.onlyState(); {
		case state == several:
			return
		case state < 0:
			state = home
		case state != home && len(r.d.Entities[state].Mentions) < often:
			return // "Sweden joined, and Prime Minister X attended"
		}
	}
	if state >= 0 {
		r.isOne(x.Entity, schema.Leads, state, x.Span, ruleHead)
	}
}

// often is how many mentions make a state one that an article is about.
const often = 3

// datelineState is the country of the dateline, or -1.
func (r *reading) datelineState() int {
	if r.dateline < 0 {
		return -1
	}
	for _, a := range r.d.Entities[r.dateline].Attributes {
		if a.Name == "country" {
			return r.country(a.Value)
		}
	}
	return -1
}

// several says that there are more than one.
const several = -2

// onlyState is the one country that the sentence names, -1 where it names none.
func (r *reading) onlyState() int {
	state := -1
	for m := r.first; m < r.last; m++ {
		switch e := r.entity(m); {
		case r.typ(e) != schema.Country || e == state:
		case state >= 0:
			return several
		default:
			state = e
		}
	}
	return state
}

// country is the entity that is the country of the code, or -1.
func (r *reading) country(code string) int {
	if code == "" {
		return -1
	}
	if r.states == nil {
		r.states = map[string]int{}
		for e := range r.d.Entities {
			if x := &r.d.Entities[e]; x.Type == schema.Country {
				r.states[x.Key] = e
			}
		}
	}
	if e, ok := r.states["country/"+code]; ok {
		return e
	}
	return -1
}
