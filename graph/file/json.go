package file

import (
	"skein/graph"
)

// The parts of skein/graph/1 as they stand in the file, for writing and reading alike.

type articleJSON struct {
	ID        graph.ID `json:"id"`
	Title     string   `json:"title"`
	Byline    string   `json:"byline,omitempty"`
	Outlet    string   `json:"outlet,omitempty"`
	URL       string   `json:"url,omitempty"`
	Published string   `json:"published,omitempty"`
	Language  string   `json:"language,omitempty"`
	Text      string   `json:"text"`
}

type sightingJSON struct {
	Entity     graph.ID        `json:"entity"`
	Article    graph.ID        `json:"article"`
	Name       string          `json:"name"`
	Type       graph.Type      `json:"type"`
	Key        string          `json:"key,omitempty"`
	Aliases    []string        `json:"aliases,omitempty"`
	Attributes []attributeJSON `json:"attributes,omitempty"`
	Mentions   []spanJSON      `json:"mentions,omitempty"`
}

type attributeJSON struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

type spanJSON struct {
	Begin int `json:"begin"`
	End   int `json:"end"`
}

type judgementJSON struct {
	Decision graph.Decision `json:"decision"`
	Target   graph.ID       `json:"target"`
	Other    graph.ID       `json:"other,omitempty"`
	Value    string         `json:"value,omitempty"`
}

type placementJSON struct {
	Entity graph.ID `json:"entity"`
	X      float64  `json:"x"`
	Y      float64  `json:"y"`
	Pinned bool     `json:"pinned,omitempty"`
	Hidden bool     `json:"hidden,omitempty"`
}

// headJSON is what nodes and edges do not repeat under attributes.
type headJSON struct {
	ID     graph.ID `json:"id"`
	Key    graph.ID `json:"key"`
	Source graph.ID `json:"source,omitempty"`
	Target graph.ID `json:"target,omitempty"`
}

// nodeJSON is the fields of an entity.
type nodeJSON struct {
	Label    string         `json:"label"`
	Kind     graph.Kind     `json:"kind"`
	Kinds    []graph.Kind   `json:"kinds"`
	Type     graph.Type     `json:"type"`
	Aliases  []string       `json:"aliases"`
	Details  map[string]any `json:"details"`
	Identity string         `json:"identity,omitempty"`
	Time     string         `json:"time,omitempty"`
	Modality graph.Modality `json:"modality,omitempty"`
	Verdict  graph.Decision `json:"verdict,omitempty"`
	Joined   []graph.ID     `json:"joined,omitempty"`
	Articles int            `json:"articles"`
	Mentions int            `json:"mentions"`
	X        *float64       `json:"x,omitempty"`
	Y        *float64       `json:"y,omitempty"`
	Pinned   bool           `json:"pinned,omitempty"`
	Hidden   bool           `json:"hidden,omitempty"`
	Values   []valueJSON    `json:"values,omitempty"`
}

// saidJSON is what claims with an object and claims with a value share.
type saidJSON struct {
	Modality   graph.Modality `json:"modality"`
	SaidBy     graph.ID       `json:"said_by,omitempty"`
	Verdict    graph.Decision `json:"verdict,omitempty"`
	Disputed   bool           `json:"disputed,omitempty"`
	Confidence float64        `json:"confidence"`
	Outlets    int            `json:"outlets"`
	Evidence   []evidenceJSON `json:"evidence"`
}

// valueJSON is a claim with a value.
type valueJSON struct {
	ID       graph.ID        `json:"id"`
	Relation graph.Predicate `json:"relation"`
	Value    string          `json:"value"`
	saidJSON
}

// edgeJSON is the fields of a claim between two entities.
type edgeJSON struct {
	Label    string          `json:"label"`
	Relation graph.Predicate `json:"relation"`
	saidJSON
}

type evidenceJSON struct {
	Article       graph.ID    `json:"article"`
	Title         string      `json:"title,omitempty"`
	Outlet        string      `json:"outlet,omitempty"`
	URL           string      `json:"url,omitempty"`
	Published     string      `json:"published,omitempty"`
	Begin         int         `json:"begin"`
	End           int         `json:"end"`
	Quote         string      `json:"quote"`
	Sentence      string      `json:"sentence"`
	SentenceBegin int         `json:"sentence_begin"`
	SentenceEnd   int         `json:"sentence_end"`
	Confidence    float64     `json:"confidence"`
	Extractor     string      `json:"extractor,omitempty"`
	Stored        *storedJSON `json:"stored,omitempty"`
}

// storedJSON is a claim as it was before merges changed it.
type storedJSON struct {
	Claim   graph.ID `json:"claim"`
	Subject graph.ID `json:"subject"`
	Object  graph.ID `json:"object,omitempty"`
	SaidBy  graph.ID `json:"said_by,omitempty"`
}
