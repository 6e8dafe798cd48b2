#pragma once
/// Bodies take seconds to make: this makes them on threads of their own and keeps them.

#include "engine/app/stores/model_cache.hpp"
#include "engine/render/renderer.hpp"
#include "sim/anatomy/anatomy.hpp"
#include "sim/client/client.hpp"

#include <future>
#include <map>
#include <memory>
#include <string>
#include <thread>

namespace tactus::app {

/// A client ready to be seen and touched.
struct PreparedClient {
    client::Client client;
    std::shared_ptr<const anatomy::Anatomy> anatomy;
    std::shared_ptr<const render::ClientModel> model;
};

class ClientStore {
public:
    /// models: where meshes made before are found; empty = nowhere.
    ClientStore(render::Tier tier, std::filesystem::path models)
        : tier_(tier), models_(std::make_shared<const ModelCache>(std::move(models))) {}

    /// Begins to make a client unless it is made or under way. Main thread.
    void prepare(const client::Client& client);

    /// The client when it is ready, else nullptr. Rethrows what making it threw. Main thread. Clients are
    /// told apart by all they are, not by id: a recording may hold an older version of one.
    const PreparedClient* find(const client::Client& client);

    /// The client as it lies: begins to make that model when first asked, null until it is ready. Main
    /// thread.
    std::shared_ptr<const render::ClientModel> model_of(const PreparedClient& client, render::Lying lying);

    /// The layers under a client's skin: begins to make them when first asked, null until they are ready.
    /// Main thread.
    std::shared_ptr<const render::AnatomyModel> anatomy_of(const PreparedClient& client,
                                                           render::Posture posture = render::Posture::prone);

    /// Makes the hands for every tool, in the background: a tool taken up for the first time holds nothing up
    /// then. Gives up those that it was making for another client. Main thread.
    void make_hands_for(const std::shared_ptr<const render::ClientModel>& model);

    /// Waits for it. Main thread.
    const PreparedClient& wait(const client::Client& client);

private:
    render::Tier tier_;
    std::shared_ptr<const ModelCache> models_; ///< shared with the threads that make clients
    std::map<std::string, std::future<PreparedClient>> under_way_;
    std::map<std::string, PreparedClient> ready_;
    /// How a body lies: the height of the table is not among what its layers are made for.
    using LyingBody = std::pair<const anatomy::Anatomy*, render::Posture>;

    std::map<std::string, std::shared_future<std::shared_ptr<const render::ClientModel>>> lying_;
    std::map<LyingBody, std::shared_future<std::shared_ptr<const render::AnatomyModel>>> layers_;
    std::jthread hands_maker_;
};

} // namespace tactus::app
