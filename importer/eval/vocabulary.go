package eval

import "strings"

// coarse is the kinds an entity of a fine type may be.
var coarse = map[string]string{
	"person": "actor", "organization": "actor", "government": "actor", "armed_group": "actor", "people": "actor",
	"country": "actor place", "region": "place", "city": "place", "facility": "place", "feature": "place",
	"unit": "unit", "equipment": "equipment", "named_event": "event",
}

var kinds = setOf("actor place unit equipment event")

// The reference scorer also takes the words of other vocabularies for ours.
var typeSynonyms = map[string]string{
	"organisation": "organization", "org": "organization", "per": "person", "gpe": "country", "state": "country",
	"town": "city", "village": "city", "base": "facility", "military_unit": "unit", "service": "unit",
	"vessel": "equipment", "weapon": "equipment", "aircraft": "equipment", "vehicle": "equipment",
	"operation": "named_event", "named event": "named_event",
}

// predicateSynonyms are other words for predicates; true where subject and object change places.
var predicateSynonyms = map[string]struct {
	predicate string
	reversed  bool
}{
	"commands": {"leads", false}, "heads": {"leads", false}, "leader_of": {"leads", false}, "led_by": {"leads", true},
	"commanded_by": {"leads", true}, "subordinate_to": {"part_of", false}, "attached_to": {"part_of", false},
	"has_part": {"part_of", true}, "located_at": {"located_in", false}, "stationed_at": {"based_at", false},
	"stationed_in": {"based_at", false}, "based_in": {"based_at", false}, "citizen_of": {"national_of", false},
	"nationality": {"national_of", false}, "ally_of": {"allied_with", false}, "fights_against": {"fights", false},
	"uses": {"operates", false}, "backed_by": {"affiliated_with", false}, "linked_to": {"affiliated_with", false},
	"spokesperson_of": {"role_in", false}, "has_role_in": {"role_in", false}, "holds_post_in": {"role_in", false},
	"works_for": {"member_of", false},
}

var symmetric = setOf("allied_with fights")

var eventTypes = map[string]string{
	"meet": "consult", "talk": "consult", "visit": "consult", "attack": "assault", "strike": "assault", "kill": "assault",
	"fight": "assault", "deploy": "mobilize", "train": "exercise", "drill": "exercise", "withdraw": "yield",
	"release": "yield", "arrest": "coerce", "raid": "coerce", "seize": "coerce", "create": "establish",
	"mobilise": "mobilize", "retreat": "yield", "concede": "yield",
}

// joint are the event types whose agents and targets are participants alike.
var joint = setOf("agree consult cooperate exercise")

var (
	roleNames = []string{"agent", "target", "place", "instrument"}
	roles     = setOf("agent target place instrument participant")
	timeNames = setOf("time date when")
)

var modalities = map[string]string{
	"actual": "asserted", "factual": "asserted", "future": "planned", "intended": "planned", "expected": "planned",
	"hypothetical": "conditional", "possible": "conditional", "potential": "conditional", "negated": "denied",
	"negative": "denied", "demanded": "requested", "desired": "requested",
}

// orSame is m[s], or s where m has none.
func orSame(m map[string]string, s string) string {
	if t, ok := m[s]; ok {
		return t
	}
	return s
}

func fine(t string) string { return orSame(typeSynonyms, strings.ToLower(t)) }

func eventType(t string) string { return orSame(eventTypes, fine(t)) }

func (e *GoldEntity) coarse() set {
	s := setOf(coarse[e.Type])
	for _, t := range e.AltTypes {
		for k := range setOf(coarse[t]) {
			s[k] = true
		}
	}
	return s
}

func (e *Entity) coarse() set {
	s := setOf(coarse[fine(e.Type)])
	for _, k := range e.Kinds {
		if k = strings.ToLower(k); kinds[k] {
			s[k] = true
		}
	}
	return s
}

func (e *Entity) isEvent() bool {
	for _, k := range e.Kinds {
		if strings.EqualFold(k, "event") {
			return true
		}
	}
	return false
}

// eventOnly reports whether the entity is an event and nothing else; without kinds given it is an actor.
func (e *Entity) eventOnly() bool {
	for _, k := range e.Kinds {
		if !strings.EqualFold(k, "event") {
			return false
		}
	}
	return len(e.Kinds) > 0
}
