// Package schema lists the kinds, types, predicates and event types of the graph, with the words and shapes that people
// see for them. It is data: the importer may only produce what stands here, the window and the exports name and draw
// things from here, and a new type is a new line.
//
// Event types follow PLOVER (Open Event Data Alliance, 2021) where PLOVER has one.
package schema

import (
	"slices"

	"skein/graph"
)

// KindInfo is how a kind is called and drawn.
type KindInfo struct {
	Kind   graph.Kind
	Label  string // for one
	Plural string // for many, as a heading
}

// TypeInfo is what a type is.
type TypeInfo struct {
	Type  graph.Type
	Kinds []graph.Kind // the first is the one it is drawn as
	Label string
}

// PredicateInfo is what a predicate says.
type PredicateInfo struct {
	Predicate graph.Predicate
	Label     string // read from subject to object: "is part of"
	Inverse   string // read from object to subject: "has part"
	Symmetric bool   // subject and object can be exchanged
	Role      bool   // subject is an event, object takes part in it
	Value     bool   // has a literal instead of an object
}

// Names of types and predicates that code refers to.
const (
	Person       graph.Type = "person"
	Organization graph.Type = "organization"
	Government   graph.Type = "government"
	ArmedGroup   graph.Type = "armed_group"
	People       graph.Type = "people"
	Country      graph.Type = "country"
	Unit         graph.Type = "unit"
	Region       graph.Type = "region"
	City         graph.Type = "city"
	Facility     graph.Type = "facility"
	Feature      graph.Type = "feature"
	Equipment    graph.Type = "equipment"
	NamedEvent   graph.Type = "named_event"

	LocatedIn      graph.Predicate = "located_in"
	BasedAt        graph.Predicate = "based_at"
	PartOf         graph.Predicate = "part_of"
	MemberOf       graph.Predicate = "member_of"
	NationalOf     graph.Predicate = "national_of"
	Leads          graph.Predicate = "leads"
	RoleIn         graph.Predicate = "role_in"
	AlliedWith     graph.Predicate = "allied_with"
	Fights         graph.Predicate = "fights"
	Supports       graph.Predicate = "supports"
	Opposes        graph.Predicate = "opposes"
	Operates       graph.Predicate = "operates"
	AffiliatedWith graph.Predicate = "affiliated_with"

	Agent       graph.Predicate = "agent"
	Target      graph.Predicate = "target"
	Participant graph.Predicate = "participant"
	AtPlace     graph.Predicate = "place"
	Instrument  graph.Predicate = "instrument"
	Time        graph.Predicate = "time"
	Statement   graph.Predicate = "statement" // value: the words a speaker is quoted with
)

var kinds = [...]KindInfo{
	{graph.Actor, "Actor", "Actors"},
	{graph.Unit, "Unit", "Units"},
	{graph.Place, "Place", "Places"},
	{graph.Event, "Event", "Events"},
	{graph.Equipment, "Equipment", "Equipment"},
}

var types = [...]TypeInfo{
	{Person, []graph.Kind{graph.Actor}, "Person"},
	{Organization, []graph.Kind{graph.Actor}, "Organization"},
	{Government, []graph.Kind{graph.Actor}, "Government"},
	{ArmedGroup, []graph.Kind{graph.Actor}, "Armed group"},
	{People, []graph.Kind{graph.Actor}, "People"},
	{Country, []graph.Kind{graph.Place, graph.Actor}, "Country"},
	{Unit, []graph.Kind{graph.Unit}, "Unit"},
	{Region, []graph.Kind{graph.Place}, "Region"},
	{City, []graph.Kind{graph.Place}, "City"},
	{Facility, []graph.Kind{graph.Place}, "Facility"},
	{Feature, []graph.Kind{graph.Place}, "Feature"},
	{Equipment, []graph.Kind{graph.Equipment}, "Equipment"},
	{NamedEvent, []graph.Kind{graph.Event}, "Named event"},
	{"consult", []graph.Kind{graph.Event}, "Consultation"},
	{"agree", []graph.Kind{graph.Event}, "Agreement"},
	{"support", []graph.Kind{graph.Event}, "Support"},
	{"cooperate", []graph.Kind{graph.Event}, "Cooperation"},
	{"aid", []graph.Kind{graph.Event}, "Aid"},
	{"yield", []graph.Kind{graph.Event}, "Withdrawal or concession"},
	{"request", []graph.Kind{graph.Event}, "Request"},
	{"accuse", []graph.Kind{graph.Event}, "Accusation"},
	{"reject", []graph.Kind{graph.Event}, "Rejection"},
	{"threaten", []graph.Kind{graph.Event}, "Threat"},
	{"protest", []graph.Kind{graph.Event}, "Protest"},
	{"sanction", []graph.Kind{graph.Event}, "Sanction"},
	{"mobilize", []graph.Kind{graph.Event}, "Deployment"},
	{"exercise", []graph.Kind{graph.Event}, "Exercise"},
	{"coerce", []graph.Kind{graph.Event}, "Coercion"},
	{"assault", []graph.Kind{graph.Event}, "Attack"},
	{"appoint", []graph.Kind{graph.Event}, "Appointment"},
	{"establish", []graph.Kind{graph.Event}, "Founding"},
	{"disaster", []graph.Kind{graph.Event}, "Disaster"},
	{"election", []graph.Kind{graph.Event}, "Election"},
	{"crime", []graph.Kind{graph.Event}, "Crime"},
	{"other", []graph.Kind{graph.Event}, "Event"},
}

var predicates = [...]PredicateInfo{
	{Predicate: LocatedIn, Label: "located in", Inverse: "places within"},
	{Predicate: BasedAt, Label: "based at", Inverse: "home of"},
	{Predicate: PartOf, Label: "part of", Inverse: "parts"},
	{Predicate: MemberOf, Label: "member of", Inverse: "members"},
	{Predicate: NationalOf, Label: "from", Inverse: "nationals"},
	{Predicate: Leads, Label: "leads", Inverse: "led by"},
	{Predicate: RoleIn, Label: "has a role in", Inverse: "people with a role"},
	{Predicate: AlliedWith, Label: "allied with", Inverse: "allied with", Symmetric: true},
	{Predicate: Fights, Label: "fights", Inverse: "fought by"},
	{Predicate: Supports, Label: "supports", Inverse: "supported by"},
	{Predicate: Opposes, Label: "opposes", Inverse: "opposed by"},
	{Predicate: Operates, Label: "operates", Inverse: "operated by"},
	{Predicate: AffiliatedWith, Label: "affiliated with", Inverse: "affiliates"},
	{Predicate: Agent, Label: "done by", Inverse: "does", Role: true},
	{Predicate: Target, Label: "directed at", Inverse: "is the target of", Role: true},
	{Predicate: Participant, Label: "with", Inverse: "takes part in", Role: true},
	{Predicate: AtPlace, Label: "takes place in", Inverse: "scene of", Role: true},
	{Predicate: Instrument, Label: "by means of", Inverse: "used in", Role: true},
	{Predicate: Time, Label: "when", Inverse: "when", Value: true},
	{Predicate: Statement, Label: "says", Inverse: "says", Value: true},
}

// Kinds are the five kinds in the order they are shown.
func Kinds() []KindInfo { return slices.Clone(kinds[:]) }

// Types are all types in the order they are shown.
func Types() []TypeInfo { return slices.Clone(types[:]) }

// Predicates are all predicates in the order they are shown.
func Predicates() []PredicateInfo { return slices.Clone(predicates[:]) }

// KindOf is what a kind is called; ok is false for a kind that is not in the schema.
func KindOf(k graph.Kind) (info KindInfo, ok bool) {
	for _, x := range kinds {
		if x.Kind == k {
			return x, true
		}
	}
	return KindInfo{Kind: k, Label: string(k), Plural: string(k)}, false
}

// TypeOf is what a type is; ok is false for a type that is not in the schema.
func TypeOf(t graph.Type) (info TypeInfo, ok bool) {
	for _, x := range types {
		if x.Type == t {
			return x, true
		}
	}
	return TypeInfo{Type: t, Kinds: []graph.Kind{graph.Actor}, Label: string(t)}, false
}

// PredicateOf is what a predicate says; ok is false for a predicate that is not in the schema.
func PredicateOf(p graph.Predicate) (info PredicateInfo, ok bool) {
	for _, x := range predicates {
		if x.Predicate == p {
			return x, true
		}
	}
	return PredicateInfo{Predicate: p, Label: string(p), Inverse: string(p)}, false
}

// IsEvent reports whether entities of the type are events.
func IsEvent(t graph.Type) bool {
	info, ok := TypeOf(t)
	return ok && info.Kinds[0] == graph.Event
}
