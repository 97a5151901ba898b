import { describe, test } from "vitest";
import { checkIn } from "#test/shapes";

type Case = [written: string, shape: string, problems?: string[]];

describe("actions", () => {
  test.each<Case>([
    ["actions create", "Actions create"],
    ["actions create update delete", "Actions create update delete"],
    ["actions none", "Actions none"],
  ])("%s", (written, shape) => {
    checkIn("map", written, shape);
  });

  test.each<Case>([
    ["actions", "Actions", ["8-8 The actions are missing here: create, update and delete, or none."]],
    ["create update", "Actions create update", ["1-1 'actions' is missing here."]],
    ["action create", "Actions create", ["1-7 'actions' is expected here, not 'action'."]],
    ["x actions create", "Actions create", ["1-2 'x' cannot stand here. Remove it."]],
    ["actions updte", "Actions updte", ["9-14 'updte' is no action. Use create, update and delete, or none."]],
    ["actions Create", "Actions Create", ["9-15 'Create' is no action. Use create, update and delete, or none."]],
    ["actions create none", "Actions create none", ["16-20 'none' stands alone. Remove it, or the other actions."]],
    ['actions create "update"', "Actions create", ["16-24 '\"update\"' cannot stand here. Actions are separated by spaces."]],
    ["actions = create", "Actions create", ["9-10 '=' cannot stand here. Actions are separated by spaces."]],
    ["actions create actions", "Actions create actions", ["16-23 'actions' is no action. Use create, update and delete, or none."]],
  ])("%s keeps what can be read of it", (written, shape, problems = []) => {
    checkIn("map", written, shape, problems);
  });
});
