package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/goccy/go-json"
	"golang.org/x/term"

	"skein/graph"
	"skein/graph/file"
	"skein/graph/snapshot"
	"skein/graph/store"
	"skein/importer/batch"
)

// printOutcome says in one line what became of one file.
func printOutcome(out, errs io.Writer, o batch.Outcome) {
	switch {
	case o.Err != nil:
		fmt.Fprintf(errs, "skein: %v\n", o.Err)
	case o.Status == batch.New:
		fmt.Fprintf(out, "new    %s: %s, %s, %d confirmed", o.Path,
			count(o.NewEntities, "new entity", "new entities"), count(o.NewClaims, "new claim", "new claims"), o.ConfirmedClaims)
		if o.Foreign != "" {
			fmt.Fprintf(out, "; in %s: only its names are read", o.Foreign)
		}
		fmt.Fprintln(out)
	case o.Status == batch.Known:
		fmt.Fprintf(out, "known  %s\n", o.Path)
	}
}

// printSummary says what an import did in all.
func printSummary(out io.Writer, r batch.Report) {
	var entities, claims, confirmed int
	for _, o := range r.Outcomes {
		entities += o.NewEntities
		claims += o.NewClaims
		confirmed += o.ConfirmedClaims
	}
	fmt.Fprintf(out, "%s: %d new, %d known", count(len(r.Outcomes), "file", "files"), r.Count(batch.New), r.Count(batch.Known))
	if n := r.Count(batch.Failed); n > 0 {
		fmt.Fprintf(out, ", %d failed", n)
	}
	if n := r.Count(batch.Cancelled); n > 0 {
		fmt.Fprintf(out, ", %d cancelled", n)
	}
	if r.Passed > 0 {
		fmt.Fprintf(out, "; %s passed over", count(r.Passed, "file of another kind", "files of other kinds"))
	}
	if r.Count(batch.New) > 0 {
		fmt.Fprintf(out, "; %s, %s, %d confirmed", count(entities, "new entity", "new entities"),
			count(claims, "new claim", "new claims"), confirmed)
	}
	fmt.Fprintln(out)
}

// printNews names what an import brought to the graph: the best known of the new entities, and how much is disputed since.
func printNews(out io.Writer, before, after *snapshot.Snapshot) {
	const most = 8
	var fresh []int
	for i := range after.Entities() {
		e := &after.Entities()[i]
		if _, old := before.Entity(e.ID); !old && !slices.Contains(e.Kinds, graph.Event) {
			fresh = append(fresh, i)
		}
	}
	slices.SortFunc(fresh, func(a, b int) int {
		return cmp.Or(-cmp.Compare(len(after.ClaimsOf(a)), len(after.ClaimsOf(b))), cmp.Compare(a, b))
	})
	var names []string
	for _, i := range fresh[:min(most, len(fresh))] {
		names = append(names, after.Entities()[i].Name)
	}
	if len(names) > 0 {
		fmt.Fprintf(out, "now in the graph: %s", strings.Join(names, "; "))
		if more := len(fresh) - most; more > 0 {
			fmt.Fprintf(out, " and %d more", more)
		}
		fmt.Fprintln(out)
	}
	if n := disputed(after) - disputed(before); n > 0 {
		fmt.Fprintf(out, "now disputed: %s\n", count(n, "claim", "claims"))
	}
}

// disputed counts the claims that another one contradicts.
func disputed(s *snapshot.Snapshot) int {
	n := 0
	for i := range s.Claims() {
		if s.Claims()[i].Disputed {
			n++
		}
	}
	return n
}

// The report for machines: what the lines say, and what was thrown out and why.
type (
	outcomeJSON struct {
		Path            string          `json:"path"`
		Status          batch.Status    `json:"status"`
		Article         graph.ID        `json:"article,omitempty"`
		Title           string          `json:"title,omitempty"`
		Words           int             `json:"words"`
		NewEntities     int             `json:"new_entities"`
		KnownEntities   int             `json:"known_entities"`
		NewClaims       int             `json:"new_claims"`
		ConfirmedClaims int             `json:"confirmed_claims"`
		Rejected        []rejectionJSON `json:"rejected"`
		Error           string          `json:"error,omitempty"`
	}
	rejectionJSON struct {
		Begin  int    `json:"begin"` // code points of the article's text
		End    int    `json:"end"`
		Text   string `json:"text"`
		Stage  string `json:"stage"`
		Reason string `json:"reason"`
	}
)

// writeReport writes the report for machines. The texts that offsets point into are those of articles in the store;
// of an article that did not get there, nothing is told to be rejected.
func writeReport(w io.Writer, r batch.Report, s *store.Store) error {
	texts := map[graph.ID]string{}
	for f := range s.Facts() {
		if a, ok := f.(graph.Article); ok {
			texts[a.ID] = a.Text
		}
	}
	all := make([]outcomeJSON, len(r.Outcomes))
	for i, o := range r.Outcomes {
		all[i] = outcomeJSON{
			Path: o.Path, Status: o.Status, Article: o.Article, Title: o.Title, Words: o.Words,
			NewEntities: o.NewEntities, KnownEntities: o.KnownEntities,
			NewClaims: o.NewClaims, ConfirmedClaims: o.ConfirmedClaims, Rejected: []rejectionJSON{},
		}
		if text, ok := texts[o.Article]; ok {
			point := file.CodePoints(text)
			for _, x := range o.Rejected {
				all[i].Rejected = append(all[i].Rejected, rejectionJSON{point(x.Begin), point(x.End), x.In(text), x.Stage, x.Reason})
			}
		}
		if o.Err != nil {
			all[i].Error = o.Err.Error()
		}
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(struct {
		Schema string        `json:"schema"`
		Files  []outcomeJSON `json:"files"`
		Passed int           `json:"passed"`
	}{"skein/import/1", all, r.Passed})
}

// bar is a progress bar on a terminal and nothing elsewhere.
type bar struct {
	w     io.Writer
	shown bool
	on    bool
}

func newBar(w io.Writer) *bar {
	f, ok := w.(*os.File)
	return &bar{w: w, on: ok && term.IsTerminal(int(f.Fd()))}
}

func (b *bar) draw(done, total int) {
	if !b.on || total < 2 {
		return
	}
	const width = 30
	full := width * done / total
	fmt.Fprintf(b.w, "\r[%s%s] %d of %d", strings.Repeat("#", full), strings.Repeat(" ", width-full), done, total)
	b.shown = true
}

func (b *bar) clear() {
	if b.shown {
		fmt.Fprint(b.w, "\r\x1b[K")
		b.shown = false
	}
}

// count is "1 claim" or "2 claims".
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
