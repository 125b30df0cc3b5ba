using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace GitOps.Cake.Testing.GitHub.Routes;

/// <summary>Branches, trees and commits as objects of git.</summary>
internal static class GitRoutes
{
    public static Dictionary<string, Func<FakeCall, FakeAnswer>> All { get; } = new()
    {
        ["GET /repos/{owner}/{repo}/git/ref/{ref}"] = call => Branch(call) is { } branch && call.Repository.History.Branches.TryGetValue(branch, out var sha)
            ? new(200, Reference(branch, sha))
            : FakeAnswer.NotFound(),
        ["POST /repos/{owner}/{repo}/git/refs"] = CreateReference,
        ["PATCH /repos/{owner}/{repo}/git/refs/{ref}"] = UpdateReference,
        ["DELETE /repos/{owner}/{repo}/git/refs/{ref}"] = call => Branch(call) is { } branch && call.Repository.History.Branches.Remove(branch)
            ? new(204, null)
            : FakeAnswer.Refusal(422, "Reference does not exist"),
        ["GET /repos/{owner}/{repo}/git/commits/{commit_sha}"] = call =>
            call.Repository.History.Commits.TryGetValue(call["commit_sha"], out var commit) ? new(200, Commit(commit)) : FakeAnswer.NotFound(),
        ["GET /repos/{owner}/{repo}/git/trees/{tree_sha}"] = Tree,
        ["POST /repos/{owner}/{repo}/git/trees"] = CreateTree,
        ["POST /repos/{owner}/{repo}/git/commits"] = CreateCommit,
    };

    private static FakeAnswer CreateReference(FakeCall call)
    {
        var (branch, sha) = (call.Text("ref")!["refs/heads/".Length..], call.Text("sha")!);
        if (!call.Repository.History.Commits.ContainsKey(sha))
            return FakeAnswer.Refusal(422, "Object does not exist");

        if (call.Repository.History.Branches.ContainsKey(branch))
            return FakeAnswer.Refusal(422, "Reference already exists");

        call.Repository.History.Move(branch, sha);
        return new(201, Reference(branch, sha));
    }

    private static FakeAnswer UpdateReference(FakeCall call)
    {
        var (history, sha) = (call.Repository.History, call.Text("sha")!);
        if (Branch(call) is not { } branch || !history.Branches.TryGetValue(branch, out var before))
            return FakeAnswer.Refusal(422, "Reference does not exist");

        if (call.Body["force"]?.GetValue<bool>() != true && history.Before(sha).All(commit => commit.Sha != before))
            return FakeAnswer.Refusal(422, "Update is not a fast forward");

        history.Move(branch, sha);
        return new(200, Reference(branch, sha));
    }

    private static FakeAnswer CreateTree(FakeCall call)
    {
        var files = call.Text("base_tree") is { } tree && FakeTrees.Find(call.Repository, tree) is { } known ? known : ImmutableSortedDictionary<string, FakeFile>.Empty;
        if (call.Body["tree"]!.AsArray().Count == 0)
            return FakeAnswer.Refusal(422, "Invalid tree info");

        foreach (var entry in call.Body["tree"]!.AsArray().Select(entry => entry!.AsObject()))
        {
            var path = entry["path"]!.GetValue<string>();
            if (path.Split('/').Any(part => part is "" or "." or ".."))
                return FakeAnswer.Refusal(422, "tree.path contains a malformed path component");

            // Observed: what is not there cannot be removed.
            if (entry.ContainsKey("sha") && entry["sha"] is null)
            {
                if (!files.ContainsKey(path))
                    return FakeAnswer.Refusal(422, "GitRPC::BadObjectState");

                files = files.Remove(path);
                continue;
            }

            files = files.SetItem(path, new(entry["content"]?.GetValue<string>() ?? "", entry["mode"]?.GetValue<string>() ?? FakeFile.Plain));
        }

        return new(201, new JsonObject { ["sha"] = FakeTrees.Add(call.Repository, files), ["truncated"] = false });
    }

    // Observed: of nothing there is no tree.
    private static FakeAnswer Tree(FakeCall call) => FakeTrees.Find(call.Repository, call["tree_sha"]) is { IsEmpty: false } files
        ? new(200, new JsonObject
        {
            ["sha"] = call["tree_sha"],
            ["truncated"] = false,
            ["tree"] = new JsonArray([.. FakeTrees.Entries(call.Repository, files).Select(entry => new JsonObject
            {
                ["path"] = entry.Path, ["mode"] = entry.Mode, ["type"] = entry.Type, ["sha"] = entry.Sha,
            })]),
        })
        : FakeAnswer.NotFound();

    private static FakeAnswer CreateCommit(FakeCall call)
    {
        if (FakeTrees.Find(call.Repository, call.Text("tree")!) is not { } files)
            return FakeAnswer.Refusal(422, "Tree SHA does not exist");

        ImmutableArray<string> parents = [.. (call.Body["parents"] as JsonArray ?? []).Select(parent => parent!.GetValue<string>())];
        return new(201, Commit(call.Repository.History.Make(call.Text("message")!, parents, files)));
    }

    private static string? Branch(FakeCall call) => call["ref"].StartsWith("heads/", StringComparison.Ordinal) ? call["ref"]["heads/".Length..] : null;

    private static JsonObject Reference(string branch, string sha) => new()
    {
        ["ref"] = $"refs/heads/{branch}",
        ["object"] = new JsonObject { ["type"] = "commit", ["sha"] = sha },
    };

    private static JsonObject Commit(FakeCommit commit) => new()
    {
        ["sha"] = commit.Sha,
        ["message"] = commit.Message,
        ["tree"] = new JsonObject { ["sha"] = FakeTrees.Sha(commit.Files) },
        ["parents"] = new JsonArray([.. commit.Parents.Select(parent => new JsonObject { ["sha"] = parent })]),
    };
}
