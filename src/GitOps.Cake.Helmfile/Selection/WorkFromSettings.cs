namespace GitOps.Cake.Helmfile.Selection;

/// <summary>What the settings of the commands that render releases say of the work.</summary>
internal static class WorkFromSettings
{
    public static Work ToWork(this HelmfileDiffSettings settings) =>
        new("diff", settings.Scope)
        {
            Needs = settings.Needs,
            Values = settings.Values,
            Args = settings.Args,
            TemplateArgs = settings.TemplateArgs,
            PostRenderer = settings.PostRenderer,
            PostRendererArgs = settings.PostRendererArgs,
        };

    public static Work ToWork(this HelmfileTemplateSettings settings) =>
        new("template", settings.Scope)
        {
            Needs = settings.Needs,
            Values = settings.Values,
            Args = settings.Args,
            TemplateArgs = settings.TemplateArgs,
            PostRenderer = settings.PostRenderer,
            PostRendererArgs = settings.PostRendererArgs,
            SkipSchemaValidation = settings.SkipSchemaValidation,
            KubeVersion = settings.KubeVersion,
        };

    public static Work ToWork(this HelmfileApplySettings settings) =>
        new Work("apply", settings.Scope)
        {
            Needs = settings.Needs,
            Values = settings.Values,
            Args = settings.Args,
            TemplateArgs = settings.TemplateArgs,
        }.With(settings.Upgrade);

    public static Work ToWork(this HelmfileSyncSettings settings) =>
        new Work("sync", settings.Scope)
        {
            Needs = settings.Needs,
            Values = settings.Values,
            Args = settings.Args,
            TemplateArgs = settings.TemplateArgs,
        }.With(settings.Upgrade);

    public static Work ToWork(this HelmfileDestroySettings settings) =>
        new("destroy", settings.Scope)
        {
            Args = settings.Args,
            Prepares = !settings.SkipCharts,
        };

    private static Work With(this Work work, UpgradeChoices upgrade) => work with
    {
        PostRenderer = upgrade.PostRenderer,
        PostRendererArgs = upgrade.PostRendererArgs,
        SkipSchemaValidation = upgrade.SkipSchemaValidation,
    };
}
