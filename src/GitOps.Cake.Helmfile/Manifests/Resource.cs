using GitOps.Cake.Plans;
using GitOps.Cake.Templates.Values;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.Manifests;

/// <summary>One object of a manifest: its text as helm keeps it, and what the text says.</summary>
internal sealed record Resource
{
    public required ResourceId Id { get; init; }

    /// <summary>The text of its document, without the separator.</summary>
    public required ReadOnlyMemory<char> Text { get; init; }

    public required GoMap Content { get; init; }

    /// <summary>The name that pairs it with others where its own changes with every render (annotation <c>helm-diff/base-name</c>).</summary>
    public string? BaseName { get; init; }

    /// <summary>Whether an upgrade leaves the object in place when the manifest drops it.</summary>
    public bool IsKept { get; init; }

    public bool IsHook { get; init; }

    public bool IsSecret => Id.Kind == "Secret";

    /// <summary>The comment that its text begins with, such as the template that it comes from.</summary>
    public ReadOnlySpan<char> Comment => Text.Span is ['#', ..] text && text.IndexOf('\n') is >= 0 and var end ? text[..end] : [];

    /// <summary>
    /// What pairs an old object with a new one: the version of its API does not count, so that a move from
    /// <c>apps/v1beta1</c> to <c>apps/v1</c> is a change and not a removal with an addition.
    /// </summary>
    public ResourceKey Key => new(Id.Namespace, BaseName ?? Id.Name, Id.Kind, Id.Group);

    /// <summary>The same object saying something else.</summary>
    public Resource With(GoMap content) => this with { Content = content, Text = YamlWriter.Write(content).AsMemory() };
}
