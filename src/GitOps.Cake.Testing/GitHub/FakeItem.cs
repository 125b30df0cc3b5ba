using System.Text.Json.Nodes;

namespace GitOps.Cake.Testing.GitHub;

/// <summary>Something that the fake remembers, in the form in which it is sent.</summary>
internal sealed record FakeItem(JsonObject Json, DateTimeOffset WrittenAt)
{
    public long Id => Json["id"]!.GetValue<long>();

    public string? Text(string name) => Json[name]?.GetValue<string>();
}
