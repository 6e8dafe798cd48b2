#include "sim/tissue/active_box.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

using namespace tactus;
using namespace tactus::tissue;

namespace {

constexpr CellBox back{0, 48, 0, 64};
constexpr CellBox larger_back{0, 96, 0, 128};

int cells(const CellBox& box) {
    return (box.column_last - box.column_first) * (box.row_last - box.row_first);
}

} // namespace

TEST_CASE("every cell of a resting back has its turn to relax") {
    for (const CellBox& whole : {back, larger_back, CellBox{0, 16, 0, 6}}) {
        std::vector<int> turns(static_cast<std::size_t>(cells(whole)), 0);
        for (int turn = 0; turn < 200; ++turn) {
            const CellBox tile = relaxing_tile(whole, turn);
            REQUIRE(tile.column_first % 16 == 0); // the kernels' groups begin there
            REQUIRE(tile.row_last <= whole.row_last);
            REQUIRE(tile.column_last <= whole.column_last);
            for (int row = tile.row_first; row < tile.row_last; ++row) {
                for (int column = tile.column_first; column < tile.column_last; ++column) {
                    ++turns[row * whole.column_last + column];
                }
            }
        }
        CHECK(std::find(turns.begin(), turns.end(), 0) == turns.end());
    }
}

TEST_CASE("a back four times larger solves no more cells a step") {
    ToolPlaces tools;
    tools[1] = ToolPlace{24, 32, true};
    const CellBox box = choose_box(back, {}, tools);
    CHECK(cells(choose_box(larger_back, {}, tools)) <= cells(box));
    for (int turn = 0; turn < 200; ++turn) {
        CHECK(cells(relaxing_tile(larger_back, turn)) <= cells(relaxing_tile(back, 0)));
    }
}

TEST_CASE("the box keeps every tool away from its walls and stays while it can") {
    CellBox box{};
    for (int step = 0; step < 400; ++step) {
        ToolPlaces tools;
        tools[1] = ToolPlace{24 + 8 * static_cast<float>(step % 100) / 100,
                             12 + 0.1F * static_cast<float>(step), false};
        const CellBox next = choose_box(back, box, tools);
        REQUIRE(next.column_first % 16 == 0);
        REQUIRE(tools[1]->row - static_cast<float>(next.row_first) >= 8);
        REQUIRE(static_cast<float>(next.row_last) - tools[1]->row >= 8);
        REQUIRE(tools[1]->column - static_cast<float>(next.column_first) >= 8);
        REQUIRE(static_cast<float>(next.column_last) - tools[1]->column >= 8);
        box = next;
    }
}
