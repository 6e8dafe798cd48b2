#include "sim/exams/borderline.hpp"
#include "sim/exams/gradebook.hpp"

#include <doctest/doctest.h>

#include <sstream>

using namespace tactus::exams;

namespace {

constexpr Rating fail = Rating::clear_fail;
constexpr Rating border = Rating::borderline;
constexpr Rating pass = Rating::clear_pass;

} // namespace

TEST_CASE("the pass mark is the line at borderline") {
    // By hand: mean rating 2, mean score 65; sum of products 2 * (80 - 50) / 2 ... slope 15.
    const std::vector<RatedScore> rated{{fail, 50}, {border, 65}, {pass, 80}};
    const BorderlineRegression fit = borderline_regression(rated);
    REQUIRE(fit.line);
    CHECK(fit.line->slope == doctest::Approx(15));
    CHECK(fit.line->intercept == doctest::Approx(35));
    CHECK(fit.line->pass_mark == doctest::Approx(65));
    CHECK(fit.line->r_squared == doctest::Approx(1));
    CHECK(fit.line->standard_error == doctest::Approx(0).epsilon(1e-6));
    CHECK(fit.counts == std::array<int, 3>{1, 1, 1});
}

TEST_CASE("scatter about the line is told as a standard error") {
    // x 1 1 3 3, y 40 50 70 80: slope 15, intercept 30, residuals +-5, s^2 = 100 / 2; at 2: sqrt(50 / 4).
    const std::vector<RatedScore> rated{{fail, 40}, {fail, 50}, {pass, 70}, {pass, 80}};
    const BorderlineRegression fit = borderline_regression(rated);
    REQUIRE(fit.line);
    CHECK(fit.line->pass_mark == doctest::Approx(60));
    CHECK(fit.line->standard_error == doctest::Approx(3.5355).epsilon(1e-4));
    CHECK(fit.line->r_squared == doctest::Approx(0.9));
    CHECK(fit.words.find("Nobody was rated borderline") != std::string::npos);
    CHECK(fit.words.find("4 ratings") != std::string::npos);
}

TEST_CASE("too little to lay a line through is said plainly") {
    CHECK(borderline_regression({}).words == "Nobody was rated yet.");
    const std::vector<RatedScore> same{{pass, 80}, {pass, 90}};
    CHECK_FALSE(borderline_regression(same).line);
    CHECK(borderline_regression(same).words.find("same") != std::string::npos);
    const std::vector<RatedScore> upside_down{{fail, 90}, {pass, 50}};
    CHECK(borderline_regression(upside_down).words.find("says nothing") != std::string::npos);
    std::vector<RatedScore> many;
    for (int k = 0; k < 10; ++k) {
        many.insert(many.end(), {{fail, 40.0 + k}, {border, 60.0 + k}, {pass, 80.0 + k}});
    }
    CHECK(borderline_regression(many).words == "30 ratings.");
}

TEST_CASE("the table for a platform has a row a student, and no cell of it is a formula") {
    Gradebook book{.class_name = "2B, morning", .exams = {{.title = "Back \"A\""}, {.title = "=1+1"}}};
    Standing done{.raw = 78.254, .adjusted = 80.0, .final_grade = 82.0, .overridden = true, .passed = true};
    done.attempts.resize(2);
    done.stage = Stage::approved;
    book.rows = {{.profile = "p", .name = "@Ana", .school_number = "-7", .standings = {done, {}}},
                 {.profile = "q", .name = "Ben; Ode", .school_number = {}, .standings = {{}, done}}};
    std::ostringstream out;
    write_gradebook_csv(book, out);
    const std::string text = out.str();
    CHECK(text.find("ID number,Full name,Class,\"Back \"\"A\"\" (final)\"") == 0);
    CHECK(text.find("'=1+1 (raw)") != std::string::npos);
    CHECK(text.find("\r\n'-7,'@Ana,\"2B, morning\",82.00,78.25,80.00,2,\"approved, pass, override\",,,,0,not "
                    "started\r\n") != std::string::npos);
    CHECK(text.find("\r\n,\"Ben; Ode\",") != std::string::npos);
    CHECK(done_of(book, 0).approved == 1);
    CHECK(done_of(book, 0).all == 2);
}
