namespace GitOps.Cake.Templates.Values;

/// <summary>The nil of []string, which <c>regexFindAll</c> gives when there is no match.</summary>
internal sealed class GoNilTexts : List<string>, INilSlice;
