// Package eval measures what the importer finds against articles that a person has annotated as graphs.
//
// It is a port of the reference scorer that came with the annotated articles, figure for figure: the same matching, the
// same order of ties, the same digits. [Load] reads the annotations, [Decode] an output of `skein extract --format json`
// (skein/extract/1), [Score] compares the two, [Result.Report] prints.
//
// # The measures
//
// All figures are micro averages over the articles. An article is found in the output by its text (white space
// ignored), else by its id, else by its title.
//
//   - Entities: greedy one-to-one matching on normalised names (case, accents, punctuation, determiners, possessives,
//     leading titles and ranks), best names first. A second prediction for the same entity is a duplicate and counts
//     against precision; a description that matches nothing is junk and does not.
//   - Claims: relations between two entities, both ends mapped through the entity matches; strict asks for the right
//     predicate, pair only for the right two ends.
//   - Events: typed asks for the type and overlapping evidence, trigger for a touched trigger; roles, modality and date
//     are judged on the events matched either way.
//   - Statements: the majority speaker of the claims whose evidence overlaps the quotation.
//
// Beside the figures stands what they are made of: each claim that the annotation calls right or wrong ([Judgement], for
// [Reliability]) and each mistake with its kind and sentence ([Mistake], for [Result.ReportWorst]).
//
// Offsets are counted in Unicode code points, as in the JSON.
package eval

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/goccy/go-json"
)

// Gold is one annotated article.
type Gold struct {
	ID, Title, Text string
	Published       string   // EDTF, or empty; no part of the text
	Ignore          []string // names that cost nothing when predicted
	Entities        []GoldEntity
	Claims          []GoldClaim
	Events          []GoldEvent
	Statements      []GoldStatement
}

// GoldEntity is an entity that should be found.
type GoldEntity struct {
	ID, Name, Type string
	AltTypes       []string `json:"alt_types"` // types as good as Type
	Aliases        []string
	Also           []string // spellings that count but need not be found
	Core           bool
}

// GoldClaim is a relation that should be found: subject, predicate, object, each with what is as good.
type GoldClaim struct {
	S, P, O  string
	SAlt     []string `json:"s_alt"`
	PAlt     []string `json:"p_alt"`
	OAlt     []string `json:"o_alt"`
	Optional bool
	Quote    string
}

// GoldEvent is an event that should be found.
type GoldEvent struct {
	ID, Type, Trigger, Modality string
	AltTypes                    []string `json:"alt_types"`
	Agent, Target, Place        []string
	Instrument                  []string
	RoleAlt                     map[string]map[string][]string `json:"role_alt"`
	Date                        string
	DateFrom                    string `json:"date_from"` // "text" or "published"
	Quote                       string
	AlsoQuotes                  []string `json:"also_quotes"`
	Optional                    bool
}

// GoldStatement is a quotation and its speaker.
type GoldStatement struct {
	Speaker    string
	SpeakerAlt []string `json:"speaker_alt"`
	Quote      string
}

// Load reads the annotated articles (*.json) of a folder, in the order of their file names.
func Load(dir string) ([]Gold, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil {
		return nil, fmt.Errorf("eval: %s: %w", dir, err)
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("eval: %s: no annotated articles (*.json)", dir)
	}
	slices.Sort(paths)
	var gold []Gold
	for _, p := range paths {
		data, err := os.ReadFile(p)
		if err != nil {
			return nil, fmt.Errorf("eval: %w", err)
		}
		var g Gold
		if err := json.Unmarshal(data, &g); err != nil {
			return nil, fmt.Errorf("eval: %s: %w", p, err)
		}
		gold = append(gold, g)
	}
	return gold, nil
}

// Output is what an extraction found in some articles: skein/extract/1, as far as the measures need it.
type Output struct{ Articles []Article }

// Article is one article's part of an Output.
type Article struct {
	ID, Title, Text string
	Entities        []Entity
	Claims          []Claim
}

// Entity is a predicted entity or event.
type Entity struct {
	ID, Name, Type string
	Kinds          []string
	Aliases        []string
	Modality       string
	Mentions       []Span
}

// Claim is a predicted claim. Exactly one of Object and Value is set.
type Claim struct {
	ID                                string
	Subject, Predicate, Object, Value string
	Confidence                        float64
	Modality                          string
	SaidBy                            string `json:"said_by"`
	Evidence                          []Span
	Rule                              string `json:"-"` // what found it, as the first piece of evidence says
}

// UnmarshalJSON reads the rule out of the evidence.
func (c *Claim) UnmarshalJSON(data []byte) error {
	type plain Claim
	if err := json.Unmarshal(data, (*plain)(c)); err != nil {
		return err
	}
	var x struct{ Evidence []struct{ Extractor string } }
	if err := json.Unmarshal(data, &x); err != nil || len(x.Evidence) == 0 {
		return err
	}
	c.Rule = x.Evidence[0].Extractor
	return nil
}

// Span is a half-open range of code points of an article's text.
type Span struct{ Begin, End int }

// Decode reads an Output.
func Decode(r io.Reader) (Output, error) {
	var o Output
	if err := json.NewDecoder(r).Decode(&o); err != nil {
		return o, fmt.Errorf("eval: not an extract: %w", err)
	}
	return o, nil
}

// Result is what [Score] measured.
type Result struct {
	Rows  []Row // one an article, in the order of the annotations
	Total Counts
}

// Row is the result for one article.
type Row struct {
	ID     string
	Found  bool // the output has the article
	Counts Counts
	Errors []string // what was wrong, one line each, sorted
	Judged []Judgement

	Mistakes []Mistake
}

// Score compares the output with the annotations.
func Score(gold []Gold, out Output) Result {
	var r Result
	for i := range gold {
		g := &gold[i]
		a := find(g, out.Articles)
		row := Row{ID: g.ID, Found: a != nil}
		s := score(g, a)
		row.Counts, row.Errors, row.Judged, row.Mistakes = s.counts, s.errors, s.judged, s.mistakes
		if a == nil {
			row.Errors = append(row.Errors, "ARTICLE NOT IN OUTPUT")
		}
		slices.Sort(row.Errors)
		r.Total.add(&row.Counts)
		r.Rows = append(r.Rows, row)
	}
	return r
}

// Judged is whether each claim of all articles is right, as far as the annotation tells.
func (r Result) Judged() []Judgement {
	var out []Judgement
	for _, row := range r.Rows {
		out = append(out, row.Judged...)
	}
	return out
}

// find is the output's article for g, or nil.
func find(g *Gold, articles []Article) *Article {
	gs, _ := squeeze([]rune(g.Text))
	gn := len([]rune(gs))
	for i := range articles {
		ps, _ := squeeze([]rune(articles[i].Text))
		if ps == "" {
			continue
		}
		if strings.Contains(ps, gs) || strings.Contains(gs, ps) && float64(len([]rune(ps))) > .9*float64(gn) {
			return &articles[i]
		}
	}
	short, _, _ := strings.Cut(g.ID, "-")
	for i, a := range articles {
		if a.ID == g.ID || a.ID == short {
			return &articles[i]
		}
	}
	if g.Title == "" {
		return nil
	}
	for i, a := range articles {
		if slices.Equal(words(a.Title), words(g.Title)) {
			return &articles[i]
		}
	}
	return nil
}
