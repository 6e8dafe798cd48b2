#include "sim/cli/client_answers.hpp"

#include "sim/authoring/resources.hpp"
#include "sim/drills/drill.hpp"
#include "sim/scoring/rubric.hpp"
#include "sim/session/session.hpp"

#include <algorithm>
#include <memory>

namespace tactus::cli {
namespace {

constexpr float stroke_n = 30;
constexpr float stroke_m_s = 0.10F;
constexpr float lane_u = 0.25F;
constexpr float from_v = 1.0F;
constexpr float to_v = 0.2F;
constexpr float weight_ramp_s = 1; ///< to full weight, and from it at the end
constexpr double after_s = 2;
constexpr double loaded_n = 0.8 * stroke_n;

/// Where the hand is and how hard it presses; nullopt when the stroke is over.
std::optional<hands::HandInput> hand_at(float t_s, float length_m) {
    const float stroke_s = length_m / stroke_m_s;
    if (t_s > stroke_s) {
        return std::nullopt;
    }
    const float weight = std::min({1.0F, t_s / weight_ramp_s, (stroke_s - t_s) / weight_ramp_s});
    return hands::HandInput{.u = lane_u,
                            .v = from_v + (to_v - from_v) * t_s / stroke_s,
                            .force_n = stroke_n * weight,
                            .oil = 0.5F};
}

/// A clock and no task.
session::Setup setup_for(const client::Client& client, tissue::Setting setting) {
    session::Setup setup;
    setup.client = client;
    setup.setting = setting;
    setup.rubric = scoring::read_rubric(authoring::asset_named("rubrics", "default"));
    setup.drill.id = "one-stroke";
    setup.drill.client = client.id;
    setup.drill.steps.push_back({.name = "One stroke", .duration_s = 60});
    return setup;
}

/// Sums over the loaded part.
class ClientWatch {
public:
    explicit ClientWatch(ClientAnswer& answer) : answer_(&answer) {}

    void look(const session::Session& session, const session::Snapshot& now) {
        const physiology::ClientState& client = now.client;
        ClientAnswer& a = *answer_;
        a.discomfort_peak = std::max(a.discomfort_peak, static_cast<double>(client.discomfort));
        a.tone_peak = std::max(
            a.tone_peak, static_cast<double>(session.setup().client.response.resting_tone + client.guarding));
        if (client.utterance.serial != heard_) {
            heard_ = client.utterance.serial;
            a.said.push_back(client.utterance.phrase);
        }
        const auto force_n = static_cast<double>(now.hands[1].force_n);
        if (force_n >= loaded_n) {
            a.force_n += force_n;
            a.discomfort += static_cast<double>(client.discomfort);
            ++loaded_;
        }
    }

    void finish(const session::Snapshot& now) {
        ClientAnswer& a = *answer_;
        if (loaded_ > 0) {
            a.force_n /= loaded_;
            a.discomfort /= loaded_;
        }
        a.redness =
            now.skin.redness.empty() ? 0 : static_cast<double>(*std::ranges::max_element(now.skin.redness));
        for (const client::BodyEvent& event : now.client.body_events) {
            a.events.emplace_back(client::event_kind_name(event.kind));
        }
    }

private:
    ClientAnswer* answer_;
    std::uint32_t heard_ = 0;
    int loaded_ = 0;
};

} // namespace

ClientAnswer answer_to_stroke(const client::Client& client, tissue::Setting setting) {
    auto anatomy =
        std::make_shared<const anatomy::Anatomy>(anatomy::make_anatomy(client.body, client.trigger_points));
    const float length_m = (from_v - to_v) * anatomy->skin.spine_length_m;
    session::Session session(setup_for(client, setting), std::move(anatomy), 1);
    ClientAnswer answer;
    ClientWatch watch(answer);
    session::Snapshot now;
    const double end_s = static_cast<double>(length_m / stroke_m_s) + after_s;
    while (session.time_s() < end_s && !session.finished()) {
        session::InputFrame frame;
        frame.hands[1] = hand_at(static_cast<float>(session.time_s()), length_m);
        session.step(frame);
        session.write(now);
        if (answer.tone_start == 0) {
            answer.tone_start = static_cast<double>(now.client.tone_mean);
        }
        watch.look(session, now);
    }
    watch.finish(now);
    return answer;
}

} // namespace tactus::cli
