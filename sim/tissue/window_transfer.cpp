#include "sim/tissue/window_transfer.hpp"

#include <algorithm>

namespace tactus::tissue {

namespace {

/// One bilinear value at window place (i, j) from a coarse line starting at `from` (the coarse node under (0,
/// 0)).
float bilinear(const float* from, int row_step, int i, int j) {
    const int under = (j >> 1) * row_step + (i >> 1);
    const float* const p = from + under;
    const int across = i & 1;
    const int along = (j & 1) * row_step;
    return 0.25F * (p[0] + p[across] + p[along] + p[along + across]);
}

/// The gather of the nine window values around window place (2 i, 2 j), weighted 1, 1/2, 1/4.
float gathered(const float* from, int row_step, int i, int j, const GridArrays& window) {
    float sum = 0;
    for (int b = -1; b <= 1; ++b) {
        const int y = 2 * j + b;
        if (y < 0 || y > window.rows) {
            continue;
        }
        float line = 0;
        for (int a = -1; a <= 1; ++a) {
            const int x = 2 * i + a;
            if (x >= 0 && x <= window.columns) {
                line += (a == 0 ? 1.0F : 0.5F) * from[y * row_step + x];
            }
        }
        sum += (b == 0 ? 1.0F : 0.5F) * line;
    }
    return sum;
}

/// History fields are forces on modes: a fine cell holds a quarter of the volume and twice the in-plane
/// gradients.
constexpr float fine_share[3] = {0.5F, 0.5F, 0.25F};

template <class Visit> void for_history(const GridArrays& a, const GridArrays& b, const Visit& visit) {
    for (int q = 0; q < 9; ++q) {
        visit(a.stress[q], b.stress[q], fine_share[q / 3]);
    }
    for (int q = 0; q < 27; ++q) {
        visit(a.memory[q], b.memory[q], fine_share[q % 9 / 3]);
    }
}

} // namespace

CellBox covered_cells(const Grid& window, const WindowPlace& place) {
    return {place.column, place.column + window.arrays().columns / 2, place.row,
            place.row + window.arrays().rows / 2};
}

void prolong_skin(const Grid& coarse, const float* from, const Grid& window, const WindowPlace& place,
                  float* to) {
    const GridArrays& w = window.arrays();
    const float* const first = from + coarse.skin_point(place.column, place.row);
    for (int j = 0; j <= w.rows; ++j) {
        for (int i = 0; i <= w.columns; ++i) {
            to[window.skin_point(i, j)] = bilinear(first, coarse.arrays().stride, i, j);
        }
    }
}

void restrict_skin(const Grid& window, const WindowPlace& place, const float* from, const Grid& coarse,
                   float* to) {
    const GridArrays& w = window.arrays();
    for (int j = 0; j <= w.rows / 2; ++j) {
        for (int i = 0; i <= w.columns / 2; ++i) {
            to[coarse.skin_point(place.column + i, place.row + j)] += gathered(from, w.stride, i, j, w);
        }
    }
}

void restrict_nodes(const Grid& window, const WindowPlace& place, const float* from, const Grid& coarse,
                    float* to) {
    const GridArrays& w = window.arrays();
    const int row_step = (w.layers + 1) * w.stride;
    for (int j = 0; j <= w.rows / 2; ++j) {
        for (int level = 0; level <= w.layers; ++level) {
            for (int i = 0; i <= w.columns / 2; ++i) {
                to[coarse.node(place.column + i, place.row + j, level)] +=
                    gathered(from + window.node(0, 0, level), row_step, i, j, w);
            }
        }
    }
}

void prolong_nodes(const WindowOver& over, const float* from, float factor, float* to) {
    const GridArrays& w = over.window->arrays();
    const int row_step = (w.layers + 1) * over.coarse->arrays().stride;
    for (int j = 0; j <= w.rows; ++j) {
        for (int level = 0; level <= w.layers; ++level) {
            const float* const first = from + over.coarse->node(over.place.column, over.place.row, level);
            float* const out = to + over.window->node(0, j, level);
            for (int i = 0; i <= w.columns; ++i) {
                out[i] += factor * bilinear(first, row_step, i, j);
            }
        }
    }
}

void inject_displacement(const Grid& window, const WindowPlace& place, Grid& coarse) {
    const GridArrays& w = window.arrays();
    for (int c = 0; c < 3; ++c) {
        for (int j = 2; j < w.rows; j += 2) {
            for (int level = 1; level <= w.layers; ++level) {
                for (int i = 2; i < w.columns; i += 2) {
                    coarse.arrays()
                        .displacement[c][coarse.node(place.column + i / 2, place.row + j / 2, level)] =
                        w.displacement[c][window.node(i, j, level)];
                }
            }
        }
    }
}

void fill_displacement(const Grid& coarse, Grid& window, const WindowPlace& place, const CellBox& known) {
    const GridArrays& w = window.arrays();
    const int row_step = (w.layers + 1) * coarse.arrays().stride;
    for (int c = 0; c < 3; ++c) {
        for (int j = 0; j <= w.rows; ++j) {
            for (int level = 0; level <= w.layers; ++level) {
                const float* const first =
                    coarse.arrays().displacement[c] + coarse.node(place.column, place.row, level);
                for (int i = 0; i <= w.columns; ++i) {
                    const bool is_known = i > known.column_first && i < known.column_last &&
                                          j > known.row_first && j < known.row_last;
                    float& value = w.displacement[c][window.node(i, j, level)];
                    value = is_known ? value : bilinear(first, row_step, i, j);
                }
            }
        }
    }
}

void fill_history(const Grid& coarse, Grid& window, const WindowPlace& place, const CellBox& known) {
    const GridArrays& w = window.arrays();
    for_history(coarse.arrays(), w, [&](const float* from, float* to, float share) {
        const auto fill = [&](int j, int layer, int first, int last) {
            for (int i = first; i < last; ++i) {
                to[window.cell(i, j, layer)] =
                    share * from[coarse.cell(place.column + i / 2, place.row + j / 2, layer)];
            }
        };
        for (int j = 0; j < w.rows; ++j) {
            const bool none_known =
                j < known.row_first || j >= known.row_last || known.column_first >= known.column_last;
            for (int layer = 0; layer < w.layers; ++layer) {
                fill(j, layer, 0, none_known ? w.columns : known.column_first);
                fill(j, layer, none_known ? w.columns : known.column_last, w.columns);
            }
        }
    });
}

void return_history(const Grid& window, const WindowPlace& place, Grid& coarse, const CellBox& cells) {
    const GridArrays& w = window.arrays();
    for_history(w, coarse.arrays(), [&](const float* from, float* to, float share) {
        for (int j = cells.row_first; j < cells.row_last; ++j) {
            for (int layer = 0; layer < w.layers; ++layer) {
                for (int i = cells.column_first; i < cells.column_last; ++i) {
                    const int x = 2 * (i - place.column);
                    const int y = 2 * (j - place.row);
                    const float* const a = from + window.cell(x, y, layer);
                    const float* const b = from + window.cell(x, y + 1, layer);
                    to[coarse.cell(i, j, layer)] = 0.25F / share * (a[0] + a[1] + b[0] + b[1]);
                }
            }
        }
    });
}

} // namespace tactus::tissue
