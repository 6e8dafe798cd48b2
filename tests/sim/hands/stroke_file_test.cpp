#include "sim/authoring/user_error.hpp"
#include "sim/hands/stroke_file.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace tactus;
using contact::Side;
using contact::ToolKind;

namespace {

/// All complaints of a text, or "" when it is read.
std::string complaints(const std::string& text) {
    try {
        hands::parse_strokes(text, "strokes.csv");
    } catch (const UserError& error) {
        return error.what();
    }
    return "";
}

const std::string header = "t,hand,tool,u,v,force\n";

} // namespace

TEST_CASE("between two rows of a hand every value runs straight") {
    const auto track = hands::parse_strokes("t,hand,tool,u,v,force,angle,tilt,oil\n"
                                            "1.00,right,thumb,0.2,0.1,10,0,0,0\n"
                                            "1.10,right,thumb,0.4,0.3,30,40,20,1\n",
                                            "strokes.csv");
    const auto hand = track.at(Side::right, 1.05);
    REQUIRE(hand);
    CHECK(hand->tool == ToolKind::thumb);
    CHECK(hand->u == doctest::Approx(0.3));
    CHECK(hand->v == doctest::Approx(0.2));
    CHECK(hand->force_n == doctest::Approx(20));
    CHECK(hand->angle_deg == doctest::Approx(20));
    CHECK(hand->tilt_deg == doctest::Approx(10));
    CHECK(hand->oil == doctest::Approx(0.5));
    CHECK_FALSE(track.at(Side::left, 1.05));
    CHECK_FALSE(track.at(Side::right, 0.99));
    CHECK(track.at(Side::right, 1.10));
    CHECK_FALSE(track.at(Side::right, 1.11));
    CHECK(track.duration_s() == doctest::Approx(1.10));
}

TEST_CASE("a gap of more than a tenth of a second lifts the hand, a tenth does not") {
    const auto track = hands::parse_strokes(
        header + "0.3,left,palm,0,0,5\n0.4,left,palm,0,0,5\n0.55,left,palm,0,0,5\n", "strokes.csv");
    CHECK(track.at(Side::left, 0.35));
    CHECK(track.at(Side::left, 0.40));
    CHECK_FALSE(track.at(Side::left, 0.45));
    CHECK(track.at(Side::left, 0.55));
}

TEST_CASE("an angle turns the short way round") {
    const auto track = hands::parse_strokes(
        "t,hand,tool,u,v,force,angle\n0,left,palm,0,0,5,170\n0.1,left,palm,0,0,5,-170\n", "s");
    const float angle = track.at(Side::left, 0.075)->angle_deg;
    CHECK(angle == doctest::Approx(-175));
}

TEST_CASE("changing the tool takes the hand off the skin") {
    const auto track = hands::parse_strokes(header + "0,left,palm,0,0,5\n0.1,left,thumb,0,0,5\n", "s");
    CHECK_FALSE(track.at(Side::left, 0.05));
    CHECK(track.at(Side::left, 0.1)->tool == ToolKind::thumb);
}

TEST_CASE("an event may stand alone, and events come in order of time") {
    const auto track = hands::parse_strokes("t,hand,tool,u,v,force,event\n"
                                            "2,right,palm,0,0,5,check_in\n"
                                            "1,,,,,,mark 0.33 0.07\n",
                                            "s");
    REQUIRE(track.events.size() == 2);
    CHECK(track.events[0].text == "mark 0.33 0.07");
    CHECK(track.events[1].text == "check_in");
    CHECK(track.rows[0].empty());
    CHECK(track.rows[1].size() == 1);
}

TEST_CASE("every malformed row is named with its line") {
    const std::string all = complaints(header + "0,right,palm,0,0,5\n"
                                                "0,right,palm,0,0,5\n"
                                                "1,middle,palm,0,0,5\n"
                                                "2,right,spoon,0,0,5\n"
                                                "3,right,palm,1.3,0,5\n"
                                                "4,right,palm,0,0,-1\n"
                                                "5,right,palm,0,0,401\n"
                                                "6,right,palm,nan,0,5\n"
                                                "-1,left,palm,0,0,5\n");
    for (const int line : {3, 4, 5, 6, 7, 8, 9, 10}) {
        CAPTURE(line);
        CHECK(all.find("strokes.csv:" + std::to_string(line) + ":") != std::string::npos);
    }
    CHECK(all.find("strokes.csv:2:") == std::string::npos);
}

TEST_CASE("a file without rows or with a strange event is refused") {
    CHECK(complaints(header) != "");
    CHECK(complaints("t,hand,tool,u,v,force,event\n1,,,,,,dance\n").find("strokes.csv:2") == 0);
    CHECK(complaints("t,hand,tool,u,v,force,event\n1,,,,,,mark 0.3\n") != "");
    CHECK(complaints("t,hand,tool,u,v,force,event\n1,,,,,,mark 0.3 nan\n") != "");
    CHECK(complaints("t,hand,tool,u,v,force,event\n1,,,,,,position left side\n") == "");
    CHECK(complaints("t,hand,tool,u,v,force,event\n1,,,,,,pain 0.3 0.9 11 12\n") != "");
    CHECK(complaints("t,hand,tool,u,v,force,event\n1,,,,,,note\n") != "");
    CHECK(complaints("t,hand,tool,u,v,force,event\n0,,,,,,pain 0.3 0.9 6\n1,,,,,,question saddle 12.5\n"
                     "2,,,,,,word together_now\n3,,,,,,note Fell on Monday. Sent on.\n") == "");
}

TEST_CASE("at most twenty complaints come at once") {
    std::string text = header;
    for (int k = 0; k < 100; ++k) {
        text += "x,right,palm,0,0,5\n";
    }
    try {
        hands::parse_strokes(text, "strokes.csv");
        FAIL("was read");
    } catch (const UserError& error) {
        CHECK(error.complaints().size() <= 20);
        CHECK(error.complaints().size() >= 10);
    }
}

TEST_CASE("a hold is read by name, lifts the hand where it changes, and a wrong one is named") {
    const auto track = hands::parse_strokes("t,hand,tool,u,v,force,angle,lift,hold\n"
                                            "0.00,left,palm,0.9,0.1,10,180,0,shoulder\n"
                                            "0.10,left,palm,0.9,0.1,20,180,0,shoulder\n"
                                            "0.20,left,palm,0.9,0.1,20,180,0,\n",
                                            "strokes.csv");
    REQUIRE(track.at(Side::left, 0.05));
    CHECK(track.at(Side::left, 0.05)->hold == contact::Hold::shoulder);
    CHECK(track.at(Side::left, 0.05)->force_n == doctest::Approx(15));
    CHECK_FALSE(track.at(Side::left, 0.15));
    CHECK(track.at(Side::left, 0.20)->hold == contact::Hold::none);
    CHECK(complaints("t,hand,tool,u,v,force,hold\n0,left,palm,0,0,1,elbow\n").find("iliac_crest") !=
          std::string::npos);
}
