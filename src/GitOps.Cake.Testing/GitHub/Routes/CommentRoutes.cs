using System.Text.Json.Nodes;

namespace GitOps.Cake.Testing.GitHub.Routes;

/// <summary>Comments on pull requests.</summary>
internal static class CommentRoutes
{
    private const int Longest = 65_536;

    public static Dictionary<string, Func<FakeCall, FakeAnswer>> All { get; } = new()
    {
        ["GET /repos/{owner}/{repo}/issues/{issue_number}/comments"] = call => IfThere(call, number =>
            call.Page(call.Repository.CommentItems.Where(comment => comment.Issue == number).Select(comment => comment.Item))),
        ["POST /repos/{owner}/{repo}/issues/{issue_number}/comments"] = call => IfThere(call, number => Locked(call, number) ?? TooLong(call)
            ?? new(201, Add(call.Repository, number, call.Identity.Login, call.Text("body")!, call.Identity.App).Json.DeepClone())),
        ["PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}"] = Edit,
    };

    public static FakeItem Add(FakeRepository repository, long number, string login, string body, FakeApp? app)
    {
        var now = repository.GitHub.Time.GetUtcNow();
        var id = repository.GitHub.NextId();
        var item = new FakeItem(
            new JsonObject
            {
                ["id"] = id,
                ["body"] = body,
                ["user"] = FakeJson.User(login),
                ["created_at"] = FakeJson.Time(now),
                ["updated_at"] = FakeJson.Time(now),
                ["html_url"] = $"https://github.example/{repository.Name}/pull/{number}#issuecomment-{id}",
                ["author_association"] = "NONE",
                ["performed_via_github_app"] = FakeJson.App(app),
            },
            now);
        repository.CommentItems.Add((number, item));
        repository.History.Deliver("issue_comment", new()
        {
            ["action"] = "created",
            ["issue"] = new JsonObject { ["number"] = number, ["pull_request"] = new JsonObject() },
            ["comment"] = item.Json.DeepClone(),
        });
        return item;
    }

    private static FakeAnswer Edit(FakeCall call)
    {
        if (call.Repository.CommentItems.Find(comment => comment.Item.Id == call.Number("comment_id")).Item is not { } item)
            return FakeAnswer.NotFound();

        // An App may edit nobody else's comments; a user with write access may.
        if (!call.Identity.IsUser && item.Json["user"]!["login"]!.GetValue<string>() != call.Identity.Login)
            return FakeAnswer.Refusal(403, "Resource not accessible by integration");

        if ((Locked(call, call.Repository.CommentItems.Find(comment => comment.Item.Id == item.Id).Issue) ?? TooLong(call)) is { } refusal)
            return refusal;

        item.Json["body"] = call.Text("body");
        item.Json["updated_at"] = FakeJson.Time(call.Now);
        item.Json["edits"] = (item.Json["edits"]?.GetValue<int>() ?? 0) + 1;
        return new(200, item.Json.DeepClone());
    }

    // People who may write to the repository still may comment.
    private static FakeAnswer? Locked(FakeCall call, long number) => call.Repository.LockedConversations.Contains(number) && !call.Identity.IsUser
        ? FakeAnswer.Refusal(403, "Unable to create comment because issue is locked.")
        : null;

    private static FakeAnswer? TooLong(FakeCall call) => call.Text("body") is { } body && body.EnumerateRunes().Count() > Longest
        ? FakeAnswer.Refusal(422, "Body is too long (maximum is 65536 characters)", "body", "IssueComment")
        : string.IsNullOrWhiteSpace(call.Text("body")) ? FakeAnswer.Refusal(422, "Body can't be blank", "body", "IssueComment") : null;

    private static FakeAnswer IfThere(FakeCall call, Func<long, FakeAnswer> answer) =>
        call.Repository.PullRequests.Contains((int)call.Number("issue_number")) ? answer(call.Number("issue_number")) : FakeAnswer.NotFound();
}
