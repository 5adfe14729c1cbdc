// Package batch imports any number of files at once.
//
// Files are read and passed through the stages by a bounded number of workers, each of which does a few files at a time; what
// comes out is applied to the graph by one goroutine, in the order of the input, in groups of what is ready. An article is one
// change and a group is one commit, so each article is in the graph whole or not at all, and the graph does not depend on
// how many workers there were. A file that fails is that file's failure only: the others go on.
package batch

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"

	"skein/graph"
	"skein/importer"
	"skein/importer/emit"
	"skein/importer/source"
)

// Applier is where changes go: a graph/store.Store, or what stands before one. It applies all changes or none, and
// answers with what really took effect, one answer for each change.
type Applier interface {
	ApplyAll([]graph.Change) ([]graph.Change, error)
}

// Status is what became of one input.
type Status string

// The statuses.
const (
	New       Status = "new"       // the article is in the graph now and was not before
	Known     Status = "known"     // the article was in the graph already; nothing changed
	Failed    Status = "failed"    // the file could not be read, understood or stored: see Outcome.Err
	Cancelled Status = "cancelled" // the import ended before its turn
)

// Outcome is what became of one input.
type Outcome struct {
	Path    string
	Status  Status
	Article graph.ID
	Title   string
	Words   int    // of the article's text, as white space separates them
	Foreign string // the language of an article not in English, of which only names are read: "German"; else empty

	NewEntities     int // entities, events included, that the graph did not have; links across articles may join some to others
	KnownEntities   int // entities of the article that it had
	NewClaims       int // claims that the graph did not have
	ConfirmedClaims int // claims of the article that it had from other articles

	Rejected []importer.Rejection // what stages threw out, and why
	Err      error                // one line that begins with the path, where Status is Failed
}

// Progress says how far an import is.
type Progress struct {
	Done, Total int // inputs
	Last        Outcome
}

// Report is what an import did.
type Report struct {
	Outcomes []Outcome    // one for each input, in input order
	Did      graph.Change // all that took effect, as one step to undo
	Passed   int          // files in folders passed over because their endings tell no format that is read
}

// Count is the number of inputs with the status.
func (r Report) Count(s Status) int {
	n := 0
	for _, o := range r.Outcomes {
		if o.Status == s {
			n++
		}
	}
	return n
}

// Options are how an import is done.
type Options struct {
	Stages  []importer.Stage
	Workers int // at once; as many as there are processors where not positive
	// Published is the date of publication (EDTF) of the article in the file at path, for who knows it better than the file
	// does; "" leaves what the article itself says. It is called by several workers at a time.
	Published func(path string) string
	// Known reports whether the graph had the article, entity or claim before the import. An article it knows is not
	// read further. It is called from one goroutine at a time. Without it, what took effect tells the new from the
	// known, and all that an import adds counts as new.
	Known func(graph.ID) bool
	// Graph reads a file that holds a graph instead of an article, an export; is is false for all other files. The error
	// is one line that begins with the path. Without it every file is an article.
	Graph func(path string) (change graph.Change, is bool, err error)
	// Progress is told of every input as it is done, in input order, from one goroutine.
	Progress func(Progress)
}

// Import reads the files and folders (see source.Find; "-" is standard input) and applies what they say.
//
// Inputs that fail are no error of the import: they are in the report. The error is not nil when stages do not fit
// together, when the context ended (what was applied by then stays, the rest is Cancelled), or when the graph took no
// more changes. The report is complete in every case.
func Import(ctx context.Context, to Applier, paths []string, o Options) (Report, error) {
	if err := importer.Validate(o.Stages); err != nil {
		return Report{}, err
	}
	found, passed := source.Scan(paths)
	known := o.Known
	if known == nil {
		known = func(graph.ID) bool { return false }
	}
	var lock sync.Mutex
	t := tally{
		to: to, options: o, total: len(found), seen: make(map[graph.ID]bool),
		known: func(id graph.ID) bool {
			lock.Lock()
			defer lock.Unlock()
			return known(id)
		},
	}
	work, cancel := context.WithCancel(ctx)
	next, soon, stop := ordered(work, found, o.Workers, func(files []source.Found) []article {
		return read(work, files, o, t.known)
	})
	defer func() {
		cancel() // first: no worker goes on with what nobody waits for
		stop()
	}()

	var group []article
	var failed error
	for failed == nil && ctx.Err() == nil {
		a, ok := next()
		if !ok || ctx.Err() != nil {
			break
		}
		group = append(group, a)
		if len(group) < groupSize && soon() {
			continue
		}
		failed = t.apply(group)
		group = group[:0]
	}
	return t.report(found, passed), errors.Join(failed, ctx.Err())
}

// Extract reads the files and folders and passes them through the stages, and hands over each document, or why there is
// none, in input order and from the calling goroutine. It touches no graph.
func Extract(ctx context.Context, paths []string, o Options, each func(path string, d *importer.Document, err error)) {
	found, _ := source.Scan(paths)
	if err := importer.Validate(o.Stages); err != nil {
		for _, f := range found {
			each(f.Path, nil, err)
		}
		return
	}
	next, _, stop := ordered(ctx, found, o.Workers, func(files []source.Found) []article {
		return extract(ctx, files, o, nil)
	})
	defer stop()
	for _, f := range found {
		a, ok := next()
		switch {
		case !ok:
			each(f.Path, nil, fmt.Errorf("%s: %w", f.Path, context.Cause(ctx)))
		case a.err != nil:
			each(f.Path, nil, a.err)
		case a.doc == nil:
			each(f.Path, nil, fmt.Errorf("%s: is a graph, not an article", f.Path))
		default:
			each(f.Path, a.doc, nil)
		}
	}
}

// article is a file that has been worked on.
type article struct {
	source.Found
	doc    *importer.Document // nil when the file could not be read, or holds a graph
	change graph.Change       // empty when the article was known
	known  bool
	err    error
}

// read reads files that are to be imported: graphs, or articles with what they say.
func read(ctx context.Context, files []source.Found, o Options, known func(graph.ID) bool) []article {
	articles := extract(ctx, files, o, known)
	for i := range articles {
		if a := &articles[i]; a.doc != nil && a.err == nil && !a.known {
			a.guard(func() { a.change = emit.Change(a.doc) })
		}
	}
	return articles
}

// extract reads files and runs the stages on the articles in them, all articles of one stage before the next one, since what
// a stage knows is then near the processor. An article that is known is only read.
func extract(ctx context.Context, files []source.Found, o Options, known func(graph.ID) bool) []article {
	articles := make([]article, len(files))
	for i := range articles {
		a := &articles[i]
		a.Found = files[i]
		a.guard(func() { a.open(o, known) })
	}
	for i := range o.Stages {
		for k := range articles {
			a := &articles[k]
			if a.doc == nil || a.known || a.err != nil {
				continue
			}
			if err := ctx.Err(); err != nil {
				a.err = fmt.Errorf("%s: %w", a.Path, err)
				continue
			}
			a.err = importer.Run(a.doc, o.Stages[i:i+1])
		}
	}
	return articles
}

// guard does something for the file; a panic is the file's failure.
func (a *article) guard(do func()) {
	defer func() {
		if p := recover(); p != nil {
			a.err = fmt.Errorf("%s: internal error: %v", a.Path, p)
		}
	}()
	do()
}

// open reads the file.
func (a *article) open(o Options, known func(graph.ID) bool) {
	if a.err = a.Err; a.err != nil {
		return
	}
	if o.Graph != nil {
		var is bool
		if a.change, is, a.err = o.Graph(a.Path); is {
			return
		}
	}
	doc, err := source.Read(a.Path)
	if err != nil {
		a.err = err
		return
	}
	if o.Published != nil {
		if date := o.Published(a.Path); date != "" {
			doc.Published = date
			doc.Identify()
		}
	}
	a.doc = &doc
	a.known = known != nil && known(doc.ID)
}

// id is the article's; none for a graph.
func (a article) id() graph.ID {
	if a.doc == nil {
		return ""
	}
	return a.doc.ID
}

// words is the number of words in an article.
func (a article) words() int { return len(strings.Fields(a.doc.Text)) }
