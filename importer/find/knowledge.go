package find

import (
	"fmt"
	"strings"
	"sync"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer/english"
	"skein/importer/gazetteer"
)

// list is a set of word lists.
type list uint32

// The lists. A word of several parts is in none of them; see phrases.
const (
	rankWord       list = 1 << iota // Capt, Sergeant
	titleWord                       // Mr, President, Minister
	occupationWord                  // spokesman, lawyer
	headWord                        // any head of a name that is no person: Ministry, River
	monthDay                        // May, Thursday
	functionWord                    // the, of, and what opens sentences
	armedWord                       // militants
	peopleWord                      // villagers
	officialWord                    // officials
	placeBefore                     // in, near
	placeAdjective                  // northern, nearby
	femaleWord                      // Mrs, spokeswoman
	maleWord                        // Mr, King
	particleWord                    // bin, van, de
	workWord                        // badge, treaty: last words of names that are not of the graph
	plainWord                       // former, senior: never part of a name at its begin
)

// known is a name of the world and how it has to be written.
type known struct {
	*gazetteer.Body
	form string // as listed, for its capitals
}

// knowledge is what the recognisers know, made once.
type knowledge struct {
	gaz      *gazetteer.Gazetteer
	lists    map[string]list
	known    *phrases[known]
	heads    *phrases[graph.Type] // last words of names
	leads    *phrases[graph.Type] // first words of names
	titles   *phrases[list]       // titles and posts of several words
	armed    *phrases[list]       // armedWord, peopleWord, officialWord expressions of several words
	echelons *phrases[string]
	services *phrases[string]
	forming  *phrases[string] // words units are named behind
	gear     *phrases[string] // names of equipment → class
	noName   *phrases[bool]
	armies   *phrases[bool]           // first words of armed groups' names
	short    map[string]english.State // abbreviations of states as written: "Tenn."
}

var (
	spelledOrdinals = english.Context("spelled ordinals")
	spelledNumbers  = english.Context("spelled numbers")
	callSign        = english.Context("call sign")
	compass         = english.Context("compass")
	alliances       = english.Context("alliances")
	forceAdjectives = english.Context("force adjectives")
	notForces       = english.Context("not forces")
	companyWords    = map[string]string{"company": "company", "battery": "company", "troop": "company", "co": "company", "btry": "company"}
)

var load = sync.OnceValues(func() (*knowledge, error) {
	gaz, err := gazetteer.Load()
	if err != nil {
		return nil, fmt.Errorf("find: %w", err)
	}
	k := &knowledge{
		gaz: gaz, lists: map[string]list{}, known: newPhrases[known](), heads: newPhrases[graph.Type](), leads: newPhrases[graph.Type](),
		titles: newPhrases[list](), armed: newPhrases[list](), echelons: newPhrases[string](), services: newPhrases[string](), forming: newPhrases[string](), gear: newPhrases[string](),
		noName: newPhrases[bool](), armies: newPhrases[bool](),
		short: map[string]english.State{},
	}
	k.readNames()
	k.readParts()
	k.readUnits()
	return k, nil
})

func (k *knowledge) readNames() {
	bodies := k.gaz.Bodies()
	for i := range bodies {
		for _, form := range bodies[i].Names {
			k.known.add(form, known{&bodies[i], form})
		}
	}
	for _, st := range english.States() {
		for _, a := range st.Abbreviations {
			k.short[a] = st
		}
	}
	for name, class := range english.EquipmentNames().Names {
		k.gear.add(name, class)
	}
}

func (k *knowledge) readUnits() {
	u := english.Units()
	for w, e := range u.Heads {
		k.echelons.add(w, e)
	}
	for w, e := range u.Services {
		k.services.add(w, e)
	}
	for w, e := range u.Forming {
		k.forming.add(w, e)
	}
}

// heads says of which type names are that end with the words of a list, in the order in which lists decide.
var headLists = [...]struct {
	list string
	kind graph.Type
}{
	{"feature", schema.Feature}, {"city", schema.City}, {"region", schema.Region}, {"facility", schema.Facility},
	{"armed group", schema.ArmedGroup}, {"organization", schema.Organization}, {"government", schema.Government}, {"event", schema.NamedEvent},
}

func (k *knowledge) readParts() {
	parts := english.NameParts()
	for _, h := range headLists {
		for _, w := range parts[h.list] {
			k.heads.add(w, h.kind)
			k.mark(w, headWord)
		}
	}
	for _, w := range parts["no name"] {
		k.noName.add(w, true)
	}
	for _, w := range parts["armed lead"] {
		k.armies.add(w, true)
	}
	for _, h := range headLists {
		for _, w := range parts[h.list+" lead"] {
			k.leads.add(w, h.kind)
		}
	}
	for _, l := range [...]struct {
		name string
		list list
	}{
		{"honorific", titleWord}, {"title", titleWord}, {"rank", rankWord}, {"occupation", occupationWord}, {"female", femaleWord}, {"male", maleWord},
		{"particle", particleWord}, {"plain", plainWord}, {"place before", placeBefore}, {"modified place", placeAdjective},
		{"work", workWord}, {"armed", armedWord}, {"people", peopleWord}, {"officials", officialWord},
	} {
		for _, w := range parts[l.name] {
			k.mark(w, l.list)
			switch l.list {
			case titleWord, rankWord, occupationWord:
				k.titles.add(w, l.list)
			case armedWord, peopleWord, officialWord:
				k.armed.add(w, l.list)
			}
		}
	}
}

// mark puts a word into a list. Expressions of several words are in none.
func (k *knowledge) mark(word string, l list) {
	if word = gazetteer.Fold(word); !strings.Contains(word, " ") {
		k.lists[word] |= l
	}
}

// word is what a word can be as a common word of English, see gazetteer.Word; irregular forms are known too.
func (k *knowledge) word(text string) string {
	if pos := k.gaz.Word(text); pos != "" {
		return pos
	}
	low := strings.ToLower(text)
	if _, ok := english.IrregularVerb(low); ok {
		return "v"
	}
	if _, ok := english.IrregularNoun(low); ok {
		return "n"
	}
	return ""
}

// commonWord reports whether a word is known as a common one.
func (k *knowledge) commonWord(low string) bool {
	return k.lists[low]&(headWord|armedWord|peopleWord|officialWord|placeBefore|placeAdjective|plainWord|occupationWord) != 0
}
