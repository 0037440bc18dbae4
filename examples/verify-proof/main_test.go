package main

import (
	"os"
	"slices"
	"testing"
)

// The files of WHEREABOUTS_PROVEN must hold, and must not with any one byte changed.
func TestEveryByteCounts(t *testing.T) {
	dir := os.Getenv("WHEREABOUTS_PROVEN")
	if dir == "" {
		t.Skip("WHEREABOUTS_PROVEN names no folder with file, proof and policy")
	}
	read := func(name string) []byte {
		data, err := os.ReadFile(dir + "/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	file, proof := read("file"), read("proof")
	p, err := readPolicy(string(read("policy")))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := verify(file, proof, p); err != nil {
		t.Fatal(err)
	}
	refuse := func(file, proof []byte, what string, i int) {
		if _, err := verify(file, proof, p); err == nil {
			t.Errorf("byte %d of the %s", i, what)
		}
	}
	for i := range file {
		file[i] ^= 1
		refuse(file, proof, "file may be another", i)
		file[i] ^= 1
	}
	for i := range proof {
		for bit := range 8 {
			proof[i] ^= 1 << bit
			refuse(file, proof, "proof may be another", i)
			proof[i] ^= 1 << bit
		}
		refuse(file, slices.Delete(slices.Clone(proof), i, i+1), "proof may be missing", i)
		for _, more := range []byte{proof[i], '\r', '\n', ' ', '='} {
			refuse(file, slices.Insert(slices.Clone(proof), i, more), "proof may have one more before it", i)
		}
	}
}
