package batch

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"syscall"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"skein/graph"
	"skein/importer/source"
)

const (
	// groupSize is how many articles are applied in one commit at most. A commit waits for the disk, so one for each
	// article is slow; a crash loses at most a group.
	groupSize = 16
	// failuresInARow is how many articles the graph may refuse one after the other until the import gives up.
	failuresInARow = 3
)

// tally applies articles and keeps the account.
type tally struct {
	to       Applier
	options  Options
	total    int
	known    func(graph.ID) bool
	seen     map[graph.ID]bool // articles, entities and claims that this import brought
	outcomes []Outcome
	did      []graph.Delta
	title    string // of the first article applied
	failures int    // in a row
}

// apply applies a group of articles in one commit; when that fails, one by one, so that one bad article does not take
// the others with it. The error says that nothing more can be stored.
func (t *tally) apply(group []article) error {
	var fresh []int // indexes of those to apply
	var ids []graph.ID
	for i, a := range group {
		if a.err != nil || a.known {
			continue
		}
		if id := a.id(); id == "" || !t.seen[id] && !slices.Contains(ids, id) {
			fresh = append(fresh, i)
			ids = append(ids, id)
		}
	}
	dids, errs, stop := t.store(group, fresh)
	for i, a := range group {
		k := slices.Index(fresh, i)
		switch {
		case a.err != nil:
			t.done(failure(a, a.err))
		case k < 0:
			t.done(outcome(a, Known))
		case errs[k] != nil:
			t.done(failure(a, errs[k]))
		default:
			t.done(t.count(a, dids[k]))
		}
	}
	return stop
}

// store applies the articles of the group at the indexes, and returns for each what took effect or why nothing did.
func (t *tally) store(group []article, at []int) (dids []graph.Change, errs []error, stop error) {
	dids, errs = make([]graph.Change, len(at)), make([]error, len(at))
	if len(at) == 0 {
		return dids, errs, nil
	}
	changes := make([]graph.Change, len(at))
	for k, i := range at {
		changes[k] = group[i].change
	}
	all, err := t.applyAll(changes)
	if err == nil {
		t.failures = 0
		return all, errs, nil
	}
	for k := range changes {
		if stop != nil {
			errs[k] = err
			continue
		}
		if len(changes) > 1 {
			all, err = t.applyAll(changes[k : k+1])
		}
		if err == nil {
			dids[k], t.failures = all[0], 0
			continue
		}
		errs[k] = err
		if t.failures++; full(err) || t.failures >= failuresInARow {
			stop = fmt.Errorf("import stopped: %w", err)
		}
	}
	return dids, errs, stop
}

// applyAll applies, and holds the applier to its word.
func (t *tally) applyAll(changes []graph.Change) (dids []graph.Change, err error) {
	defer func() {
		if p := recover(); p != nil {
			dids, err = nil, fmt.Errorf("internal error: %v", p)
		}
	}()
	dids, err = t.to.ApplyAll(changes)
	if err == nil && len(dids) != len(changes) {
		return nil, fmt.Errorf("internal error: %d answers to %d changes", len(dids), len(changes))
	}
	return dids, err
}

// full reports whether the disk is full: nothing further can be stored.
func full(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, io.ErrShortWrite)
}

// done enters an outcome and tells the progress.
func (t *tally) done(o Outcome) {
	t.outcomes = append(t.outcomes, o)
	if t.options.Progress != nil {
		t.options.Progress(Progress{Done: len(t.outcomes), Total: t.total, Last: o})
	}
}

// outcome is the account of an article that changed nothing.
func outcome(a article, s Status) Outcome {
	o := Outcome{Path: a.Path, Status: s}
	if a.doc != nil {
		o.Article, o.Title, o.Words, o.Rejected = a.doc.ID, a.doc.Title, a.words(), a.doc.Rejected
		if !a.doc.English() {
			o.Foreign = display.English.Languages().Name(language.Make(a.doc.Language))
		}
	}
	return o
}

// failure is the account of a file that failed. Errors of the graph do not know the file.
func failure(a article, err error) Outcome {
	o := outcome(a, Failed)
	o.Err = err
	if a.err == nil {
		o.Err = fmt.Errorf("%s: %w", a.Path, err)
	}
	return o
}

// count is the account of an article that was applied: what of it the graph had, what is new.
func (t *tally) count(a article, did graph.Change) Outcome {
	o := outcome(a, Known)
	if len(did.Deltas) > 0 {
		o.Status = New
		t.did = append(t.did, did.Deltas...)
		if t.title == "" && a.doc != nil {
			t.title = a.doc.Title
		}
	}
	had := func(id graph.ID) bool {
		old := t.seen[id] || t.known(id)
		t.seen[id] = true
		return old
	}
	counted := make(map[graph.ID]bool) // a claim told in several sentences counts once, an entity of several articles too
	for _, d := range did.Deltas {
		if d.Op != graph.Add {
			continue
		}
		switch f := d.Fact.(type) {
		case graph.Sighting:
			if counted[f.Entity] {
				continue
			}
			counted[f.Entity] = true
			if had(f.Entity) {
				o.KnownEntities++
			} else {
				o.NewEntities++
			}
		case graph.Claim:
			if counted[f.ID] {
				continue
			}
			counted[f.ID] = true
			if had(f.ID) {
				o.ConfirmedClaims++
			} else {
				o.NewClaims++
			}
		}
	}
	t.seen[a.id()] = true
	return o
}

// report closes the account: what had no turn was cancelled.
func (t *tally) report(found []source.Found, passed int) Report {
	for _, f := range found[len(t.outcomes):] {
		t.done(Outcome{Path: f.Path, Status: Cancelled})
	}
	label := "import of " + cmp.Or(t.title, "a graph")
	n := 0
	for _, o := range t.outcomes {
		if o.Status == New {
			n++
		}
	}
	if n != 1 {
		label = "import of " + strconv.Itoa(n) + " articles"
	}
	return Report{Outcomes: t.outcomes, Did: graph.Change{Label: label, Deltas: t.did}, Passed: passed}
}
