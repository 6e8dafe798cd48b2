#pragma once
/// Loops over grid rows in fixed blocks; what a row computes never depends on the thread count.

#include "sim/parallel/thread_pool.hpp"

#include <algorithm>

namespace tactus::tissue {

/// A task of some 10 us; fixed, because two colours alternate by block. Few enough that a tile of the resting
/// back still makes two tasks of a colour, and the box's two dozen rows share out evenly.
inline constexpr int rows_per_block = 2;

/// Below these counts a loop is shorter than waking a thread, and runs on the caller. Results are the same.
inline constexpr int least_rows_shared = 16;
inline constexpr int least_cell_rows_shared = 8;

/// Groups of faces to a task.
inline constexpr int groups_per_block = 6;

/// Groups of faces that touch only themselves, in any order.
template <class Work> void for_groups(parallel::ThreadPool& pool, int count, const Work& work) {
    const int blocks = (count + groups_per_block - 1) / groups_per_block;
    pool.for_blocks(static_cast<std::size_t>(blocks), [&](std::size_t block) {
        const int first = static_cast<int>(block) * groups_per_block;
        for (int k = first; k < std::min(count, first + groups_per_block); ++k) {
            work(k);
        }
    });
}

/// Rows that touch only themselves, in any order.
template <class Work> void for_rows(parallel::ThreadPool& pool, int first, int last, const Work& work) {
    if (last - first < least_rows_shared) {
        for (int row = first; row < last; ++row) {
            work(row);
        }
        return;
    }
    const int blocks = std::max(0, (last - first + rows_per_block - 1) / rows_per_block);
    pool.for_blocks(static_cast<std::size_t>(blocks), [&](std::size_t block) {
        const int start = first + static_cast<int>(block) * rows_per_block;
        for (int row = start; row < std::min(last, start + rows_per_block); ++row) {
            work(row);
        }
    });
}

/// Cell rows that add to the nodes of their row and the next: even blocks first, then odd ones.
template <class Work> void for_cell_rows(parallel::ThreadPool& pool, int first, int last, const Work& work) {
    const int blocks = std::max(0, (last - first + rows_per_block - 1) / rows_per_block);
    for (int colour = 0; colour < 2; ++colour) {
        if (last - first < least_cell_rows_shared) {
            for (int block = colour; block < blocks; block += 2) {
                const int start = first + block * rows_per_block;
                for (int row = start; row < std::min(last, start + rows_per_block); ++row) {
                    work(row);
                }
            }
            continue;
        }
        pool.for_blocks(static_cast<std::size_t>((blocks + 1 - colour) / 2), [&](std::size_t block) {
            const int start = first + (2 * static_cast<int>(block) + colour) * rows_per_block;
            for (int row = start; row < std::min(last, start + rows_per_block); ++row) {
                work(row);
            }
        });
    }
}

} // namespace tactus::tissue
