package batch

import (
	"context"
	"runtime"
	"sync"
)

// ahead is how many results for each worker may wait for a slower one before them: the bound on what is in memory.
const ahead = 8

// result is what became of input i.
type result[T any] struct {
	i     int
	value T
}

// ordered does work for inputs 0 to n-1 in several goroutines and hands the results over in the order of the inputs.
// The function it returns waits for the next result; soon reports whether the one after it is there already. When the
// context ends, no new work begins, and next reports false once the results in order are used up. stop must be called
// at the end; it waits for the workers.
func ordered[T any](ctx context.Context, n, workers int, work func(i int) T) (next func() (T, bool), soon func() bool, stop func()) {
	if workers <= 0 {
		workers = runtime.NumCPU()
	}
	workers = max(1, min(workers, n))
	ctx, cancel := context.WithCancel(ctx)
	inputs, results := make(chan int), make(chan result[T], workers*ahead)
	tickets := make(chan struct{}, workers*ahead)

	go func() {
		defer close(inputs)
		for i := range n {
			select {
			case tickets <- struct{}{}:
			case <-ctx.Done():
				return
			}
			select {
			case inputs <- i:
			case <-ctx.Done():
				return
			}
		}
	}()
	var group sync.WaitGroup
	for range workers {
		group.Go(func() {
			for i := range inputs {
				results <- result[T]{i, work(i)} // never waits: there are no more tickets than places
			}
		})
	}
	go func() {
		group.Wait()
		close(results)
	}()

	waiting := make(map[int]T)
	at := 0
	take := func(r result[T]) { waiting[r.i] = r.value }
	next = func() (v T, ok bool) {
		for {
			if v, ok = waiting[at]; ok {
				delete(waiting, at)
				at++
				<-tickets
				return v, true
			}
			r, open := <-results
			if !open {
				return v, false
			}
			take(r)
		}
	}
	soon = func() bool {
		for {
			if _, ok := waiting[at]; ok {
				return true
			}
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
	}
	return next, soon, func() {
		cancel()
		for range results {
		}
	}
}
