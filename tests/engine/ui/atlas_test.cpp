/// What can be looked up.

#include "engine/ui/atlas.hpp"
#include "engine/ui/screens/atlas_screen.hpp"
#include "sim/anatomy/trigger_points.hpp"
#include "sim/authoring/resources.hpp"
#include "sim/client/client_file.hpp"
#include "sim/drills/stroke_recipe.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace tactus;
using namespace tactus::ui;

namespace {

const AtlasEntry& entry_of(const std::vector<AtlasEntry>& entries, std::string_view title) {
    const auto found = std::ranges::find(entries, title, &AtlasEntry::title);
    REQUIRE(found != entries.end());
    return *found;
}

} // namespace

TEST_CASE("the atlas has every row of its tables, each with words and a source") {
    const client::Client client = client::read_client(authoring::asset_named("clients", "nguyen"));
    const std::array<std::size_t, 5> counts{
        static_cast<std::size_t>(anatomy::muscle_count), anatomy::trigger_point_sites().size(),
        static_cast<std::size_t>(anatomy::region_count), drills::recipes().size(), 1};
    for (std::size_t k = 0; k < counts.size(); ++k) {
        const auto entries = atlas_of(static_cast<AtlasPart>(k), {}, {client.condition});
        CHECK(entries.size() == counts[k]);
        for (const AtlasEntry& entry : entries) {
            INFO(entry.title);
            CHECK(!entry.title.empty());
            CHECK(!entry.text.empty());
            CHECK(!entry.source.empty());
        }
    }
}

TEST_CASE("a point tells where it refers to and lies on both sides; a muscle lists its points") {
    const auto points = atlas_of(AtlasPart::points, {}, {});
    const AtlasEntry& levator = entry_of(points, "LS1 levator scapulae, lower");
    CHECK(levator.text.find("angle of the neck") != std::string::npos);
    REQUIRE(levator.at.size() == 2);
    CHECK(levator.at[0].x == -levator.at[1].x);
    const auto muscles = atlas_of(AtlasPart::muscles, {}, {});
    CHECK(entry_of(muscles, "Levator scapulae").text.find("LS2") != std::string::npos);
}

TEST_CASE("a place to spare tells the limits of the rubric") {
    scoring::Rubric rubric;
    rubric.caps = {{.region = "KID", .palm_n = 30, .thumb_n = 15, .u_low = 0.3}};
    const auto zones = atlas_of(AtlasPart::zones, rubric, {});
    const auto kidney = std::ranges::find(zones, "KID", &AtlasEntry::second);
    REQUIRE(kidney != zones.end());
    CHECK(kidney->text ==
          "Palm or forearm up to 30 N, thumb, knuckle or fingers up to 15 N, from u 0.30 outward.\n");
    CHECK(kidney->box != nullptr);
}

TEST_CASE("the first entry is shown until another is chosen") {
    const auto entries = atlas_of(AtlasPart::points, {}, {});
    CHECK(chosen_entry(entries, {}) == &entries.front());
    CHECK(chosen_entry(entries, {.chosen = entries[3].title}) == &entries[3]);
    CHECK(chosen_entry({}, {}) == nullptr);
}
