/// Students who ask for another look, and what they are told.

#include "sim/authoring/user_error.hpp"
#include "sim/records/class_book.hpp"
#include "sim/records/rows.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>
#include <ctime>

namespace tactus::records {

void ClassBook::ask_review(const Attempt& attempt, double moment_s, const std::string& words) {
    if (words.empty()) {
        throw UserError(Complaint{"review", "has no words", "say what shall be looked at again"});
    }
    if (attempt.profile.empty()) {
        throw UserError(Complaint{"review", "is of a run that is the guest's", "practise under your name"});
    }
    if (!(moment_s >= 0 && moment_s <= attempt.duration_s)) {
        throw UserError(Complaint{"review", "is of a moment outside the run", "choose one within it"});
    }
    database_.write([&](SQLite::Database& db) {
        SQLite::Statement insert(db, "insert into review values (?, ?, ?, ?, ?)");
        SQLite::bind(insert, next_id(), attempt.id, moment_s, words,
                     static_cast<std::int64_t>(std::time(nullptr)));
        insert.exec();
    });
}

void ClassBook::answer_review(const std::string& review, const std::string& words, const std::string& who) {
    if (words.empty() || who.empty()) {
        throw UserError(Complaint{"answer", words.empty() ? "has no words" : "has nobody's name",
                                  "say what you found, and who you are"});
    }
    database_.write([&](SQLite::Database& db) {
        SQLite::Statement query(db, "select review.id, review_answer.id from review"
                                    " left join review_answer on review = review.id"
                                    " where substr(review.id, 1, length(?1)) = ?1 limit 2");
        query.bind(1, review);
        if (review.empty() || !query.executeStep()) {
            throw UserError(Complaint{"review " + review, "is not in the records",
                                      "take an id from `tactus-sim class reviews`"});
        }
        const std::string id = query.getColumn(0).getString();
        if (!query.getColumn(1).isNull()) {
            throw UserError(
                Complaint{"review " + review, "was answered already", "mark the attempt instead"});
        }
        if (query.executeStep()) {
            throw UserError(Complaint{"review " + review, "names more than one", "write more of its id"});
        }
        SQLite::Statement insert(db, "insert into review_answer values (?, ?, ?, ?, ?)");
        SQLite::bind(insert, next_id(), id, words, static_cast<std::int64_t>(std::time(nullptr)), who);
        insert.exec();
    });
}

std::vector<Review> ClassBook::select_reviews(const std::string& condition, const std::string& value) const {
    std::vector<Review> reviews;
    database_.read([&](SQLite::Database& db) {
        SQLite::Statement query(
            db,
            "select review.id, review.attempt, coalesce(sitting.exam, ''), moment_s, review.words, review.at,"
            " coalesce(review_answer.words, ''), coalesce(review_answer.who, ''), coalesce(review_answer.at, "
            "0)"
            " from review left join review_answer on review_answer.review = review.id"
            " left join handed_in on handed_in.attempt = review.attempt"
            " left join sitting on sitting.id = handed_in.sitting where " +
                condition + " order by review.id");
        if (!value.empty()) {
            query.bind(1, value);
        }
        while (query.executeStep()) {
            const auto attempt = attempt_by(db, "id", query.getColumn(1).getString());
            reviews.push_back({.id = query.getColumn(0).getString(),
                               .attempt = *attempt,
                               .exam = query.getColumn(2).getString(),
                               .moment_s = query.getColumn(3).getDouble(),
                               .words = query.getColumn(4).getString(),
                               .asked_at_unix_s = query.getColumn(5).getInt64(),
                               .answer = query.getColumn(6).getString(),
                               .answered_by = query.getColumn(7).getString(),
                               .answered_at_unix_s = query.getColumn(8).getInt64()});
        }
    });
    return reviews;
}

std::vector<Review> ClassBook::reviews(bool waiting_only) const {
    return select_reviews(waiting_only ? "review_answer.id is null" : "1", {});
}

std::vector<Review> ClassBook::reviews_of(const std::string& attempt) const {
    return select_reviews("review.attempt = ?1", attempt);
}

} // namespace tactus::records
