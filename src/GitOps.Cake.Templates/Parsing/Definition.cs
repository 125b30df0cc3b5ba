namespace GitOps.Cake.Templates.Parsing;

/// <summary>A named template: a whole text, a <c>define</c> or a <c>block</c>.</summary>
internal sealed record Definition(string Name, ListNode Root);
