using GitOps.Cake.Plans;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.Manifests;

/// <summary>One object of a manifest: its text as helm keeps it, and what the text says.</summary>
internal sealed record Resource
{
    public required ResourceId Id { get; init; }

    /// <summary>The text of its document, without the separator.</summary>
    public required ReadOnlyMemory<char> Text { get; init; }

    public required GoMap Content { get; init; }

    /// <summary>Whether an upgrade leaves the object in place when the manifest drops it.</summary>
    public bool IsKept { get; init; }

    public bool IsHook { get; init; }

    public bool IsSecret => Id is { ApiVersion: "v1", Kind: "Secret" };

    /// <summary>
    /// What pairs an old object with a new one: the version of its API does not count, so that a move from
    /// <c>apps/v1beta1</c> to <c>apps/v1</c> is a change and not a removal with an addition.
    /// </summary>
    public ResourceKey Key => new(Id.Namespace, Id.Name, Id.Kind, Id.Group);
}
