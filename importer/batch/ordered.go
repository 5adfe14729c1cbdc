package batch

import (
	"context"
	"runtime"
	"slices"
	"sync"
)

// ahead is how many results for each worker may wait for a slower one before them: the bound on what is in memory.
const ahead = 2

// bundleSize is how many inputs a worker does together at most. Fewer gain less by it; more gain nothing and wait in memory.
const bundleSize = 8

// result is what became of the bundle i.
type result[T any] struct {
	i      int
	values []T
}

// turns is how many bundles every worker gets at least: with fewer, all may wait for the last one.
const turns = 4

// bundles splits inputs for workers.
func bundles[S any](inputs []S, workers int) [][]S {
	return slices.Collect(slices.Chunk(inputs, min(max(1, len(inputs)/(workers*turns)), bundleSize)))
}

// ordered does work for inputs, some at a time, in several goroutines and hands the results over in the order of the inputs.
// The function it returns waits for the next result; soon reports whether the one after it is there already. When the
// context ends, no new work begins, and next reports false once the results in order are used up. stop must be called
// at the end; it waits for the workers.
func ordered[S, T any](ctx context.Context, inputs []S, workers int, work func([]S) []T) (next func() (T, bool), soon func() bool, stop func()) {
	if workers <= 0 {
		workers = runtime.NumCPU()
	}
	split := bundles(inputs, workers)
	workers = max(1, min(workers, len(split)))
	ctx, cancel := context.WithCancel(ctx)
	todo, results := make(chan int), make(chan result[T], workers*ahead)
	tickets := make(chan struct{}, workers*ahead)

	go func() {
		defer close(todo)
		for i := range split {
			select {
			case tickets <- struct{}{}:
			case <-ctx.Done():
				return
			}
			select {
			case todo <- i:
			case <-ctx.Done():
				return
			}
		}
	}()
	var group sync.WaitGroup
	for range workers {
		group.Go(func() {
			for i := range todo {
				results <- result[T]{i, work(split[i])} // never waits: there are no more tickets than places
			}
		})
	}
	go func() {
		group.Wait()
		close(results)
	}()

	waiting := make(map[int][]T)
	at := 0       // the bundle that is next
	var ready []T // the rest of the one before it
	take := func(r result[T]) { waiting[r.i] = r.values }
	begin := func() bool {
		if len(ready) == 0 && len(waiting[at]) > 0 {
			ready = waiting[at]
			delete(waiting, at)
			at++
			<-tickets
		}
		return len(ready) > 0
	}
	next = func() (v T, ok bool) {
		for !begin() {
			r, open := <-results
			if !open {
				return v, false
			}
			take(r)
		}
		v, ready = ready[0], ready[1:]
		return v, true
	}
	soon = func() bool {
		for !begin() {
			select {
			case r, open := <-results:
				if !open {
					return false
				}
				take(r)
			default:
				return false
			}
		}
		return true
	}
	return next, soon, func() {
		cancel()
		for range results {
		}
	}
}
