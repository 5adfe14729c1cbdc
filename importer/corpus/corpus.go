// Package corpus reads texts in which names and descriptions are marked, and how they are related: re3d and reports of our own that
// are annotated as it is. It serves training and measuring only; the importer itself does not use it.
package corpus

import "skein/graph"

// Text is an annotated text.
type Text struct {
	ID, Title, Text string
	Marks           []Mark       // they may overlap
	Relations       []Relation   // between what stands at two places
	Skip            []graph.Span // stretches that were left unannotated
}

// Mark is a stretch of bytes of a text, and what it is, in the types of re3d.
type Mark struct {
	graph.Span
	Kind string
}

// Relation is what a text says of the things that two of its places are about.
type Relation struct {
	From, To graph.Span
	Name     string
}
