package gui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	"skein/graph"
	"skein/graph/file"
	"skein/graph/snapshot"
	"skein/graph/store"
	"skein/gui/model"
	"skein/importer"
	"skein/importer/batch"
)

// runner does what the model asks of the graph and of files, away from the window. Changes are applied one after the
// other on one goroutine, in the order in which they were asked for; an import reads on its own.
type runner struct {
	stages []importer.Stage
	answer func(model.Msg) // safe from any goroutine; set before anything is asked
	shown  bool            // the window has come up
	recent string          // the file that lists the graphs opened last; "" for none

	jobs chan func()    // done one by one, in order
	idle sync.WaitGroup // the goroutine that does them

	// Only for jobs.
	store *store.Store
	path  string
	snap  *snapshot.Snapshot

	life      context.Context // ends when the window has been closed
	end       context.CancelFunc
	mu        sync.Mutex
	stop      context.CancelFunc // ends the running import; nil when none runs
	importing sync.WaitGroup
	aside     sync.WaitGroup // exports and arrangements
}

func newRunner(stages []importer.Stage) *runner {
	r := &runner{stages: stages, answer: func(model.Msg) {}, jobs: make(chan func(), 1024)}
	r.life, r.end = context.WithCancel(context.Background())
	r.idle.Go(func() {
		for job := range r.jobs {
			job()
		}
	})
	return r
}

// do puts a job in line.
func (r *runner) do(job func()) { r.jobs <- job }

// open opens a graph, waits until that is done, and returns the state of a window that shows it. The graph that was
// open is closed, once the new one is open.
func (r *runner) open(path string) (model.State, error) {
	var s model.State
	var err error
	done := make(chan struct{})
	r.do(func() {
		s, err = r.load(path)
		close(done)
	})
	<-done
	return s, err
}

// load is open as a job.
func (r *runner) load(path string) (model.State, error) {
	if r.store != nil && sameFile(path, r.path) {
		return model.State{}, fmt.Errorf("%s is open in this window", path)
	}
	st, err := store.Open(path)
	if err != nil {
		return model.State{}, err
	}
	r.cancel()
	r.importing.Wait()
	if r.store != nil {
		err = r.store.Close()
	}
	r.store, r.path = st, path
	placed, settings := map[graph.ID]graph.Placement{}, map[string]string{}
	r.snap = snapshot.Build(func(yield func(graph.Fact) bool) {
		for f := range st.Facts() {
			switch f := f.(type) {
			case graph.Placement:
				placed[f.Entity] = f
			case graph.Setting:
				settings[f.Key] = f.Value
			}
			if !yield(f) {
				return
			}
		}
	})
	s := model.New(path, r.snap, placed, settings)
	s.Recent = remember(r.recent, path)
	return s, err
}

func sameFile(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}

// close ends a running import, waits for all that was asked for, and closes the graph.
func (r *runner) close() error {
	r.end()
	done := make(chan struct{})
	r.do(func() { close(done) }) // what is in line may begin an import
	<-done
	r.importing.Wait()
	r.aside.Wait()
	close(r.jobs)
	r.idle.Wait()
	if r.store == nil {
		return nil
	}
	return r.store.Close()
}

// run does an effect if it is the runner's, and reports whether it is.
func (r *runner) run(e model.Effect) bool {
	switch e := e.(type) {
	case model.Apply:
		r.do(func() { r.answer(r.apply(e)) })
	case model.ImportFiles:
		r.do(func() { r.startImport(e.Paths) })
	case model.StopImport:
		r.cancel()
	case model.Arrange:
		r.aside.Go(func() { r.answer(model.Arranged{Label: e.Label, Group: e.Group, At: e.Job.Run()}) })
	case model.WriteGraph:
		r.aside.Go(func() { r.answer(model.Exported{Path: e.Path, Err: writeGraph(e)}) })
	case model.WritePicture:
		r.aside.Go(func() { r.answer(model.Exported{Path: e.Path, Err: writePicture(e)}) })
	case model.LoadGraph:
		r.do(func() {
			path := expand(e.Path)
			if abs, err := filepath.Abs(path); err == nil {
				path = abs
			}
			s, err := r.load(path)
			r.answer(model.Opened{State: s, Err: err})
		})
	default:
		return false
	}
	return true
}

// apply gives a change to the store.
func (r *runner) apply(e model.Apply) model.Applied {
	if r.store == nil {
		return model.Applied{How: e.How, Err: errors.New("no graph is open")}
	}
	did, err := r.store.Apply(e.Change)
	if err != nil {
		return model.Applied{How: e.How, Did: e.Change, Err: err}
	}
	a := model.Applied{How: e.How, Did: did}
	if next := r.snap.With(did); next != r.snap {
		r.snap, a.Snap = next, next
	}
	return a
}

// progressEvery is how often a running import is shown, at most.
const progressEvery = 60 * time.Millisecond

// startImport begins an import, as a job.
func (r *runner) startImport(paths []string) {
	to, before := r.store, r.snap
	if to == nil {
		r.answer(model.ImportDone{Err: errors.New("no graph is open")})
		return
	}
	ctx, stop := context.WithCancel(r.life)
	r.mu.Lock()
	r.stop = stop
	r.mu.Unlock()
	r.importing.Go(func() {
		defer stop()
		report, err := batch.Import(ctx, to, paths, batch.Options{
			Stages: r.stages,
			Graph:  file.ReadFile,
			Known: func(id graph.ID) bool {
				_, article := before.Article(id)
				_, entity := before.Entity(id)
				_, claim := before.Claim(id)
				return article || entity || claim
			},
			Progress: r.progress(),
		})
		if errors.Is(err, context.Canceled) {
			err = nil // the outcomes say which files had no turn
		}
		r.do(func() { r.imported(to, report, err) })
	})
}

// progress tells of a running import, now and then.
func (r *runner) progress() func(batch.Progress) {
	var last time.Time
	var untold []batch.Outcome
	return func(p batch.Progress) {
		now := time.Now()
		if p.Done < p.Total && now.Sub(last) < progressEvery {
			untold = append(untold, p.Last)
			return
		}
		r.answer(model.ImportProgress{Progress: p, Before: untold})
		last, untold = now, nil
	}
}

// imported takes in what an import did, as a job. Edits made meanwhile stay: they and the import's facts have
// different slots.
func (r *runner) imported(to *store.Store, report batch.Report, err error) {
	r.mu.Lock()
	r.stop = nil
	r.mu.Unlock()
	if to != r.store { // another graph has been opened
		return
	}
	r.snap = r.snap.With(report.Did)
	r.answer(model.ImportDone{Report: report, Snap: r.snap, Err: err})
}

// cancel ends the running import.
func (r *runner) cancel() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.stop != nil {
		r.stop()
	}
}
