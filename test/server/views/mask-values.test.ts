import { expect, test } from "vitest";
import { maskPlan } from "#views/mask-values";
import type { PlannedObject, ProvisioningPlan } from "#plan/plan";

const ada: PlannedObject = {
  resourceType: "User",
  source: { id: "5f0e8a10-0001", name: "Ada Lovelace" },
  target: { id: "2819c223" },
  action: "update",
  reason: "1 attribute differs from 'Ada Lovelace'.",
  code: "attributes-differ",
  because: null,
  changes: [
    {
      attribute: "displayName",
      old: "Ada B.",
      new: "Ada Lovelace",
      unknown: null,
      confidence: "documented",
      because: { file: "a.scimmap", line: 7 },
    },
    { attribute: "active", old: false, new: true, unknown: null, confidence: "documented", because: null },
  ],
  requests: [
    {
      method: "PATCH",
      path: "/Users/2819c223",
      body: {
        schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
        Operations: [
          { op: "Replace", path: "displayName", value: "Ada Lovelace" },
          { op: "Add", path: 'emails[type eq "work"].value', value: [{ type: "work", value: "ada@example.com" }] },
          { op: "Replace", path: "manager", value: "2819c223" },
          { op: "Replace", path: "active", value: "False" },
        ],
      },
    },
  ],
  steps: [
    {
      type: "scoping",
      status: "success",
      description: "Scoping filter 'Sales' is true.",
      details: [{ text: 'department eq "Sales" is true', value: "Sales" }],
    },
    {
      type: "matching",
      status: "success",
      description: "",
      details: [{ text: 'emails[type eq "work"].value eq "ada@example.com" → 1 resource' }],
    },
    { type: "processing", status: "failure", description: "The text ada.b@example.com is too long.", details: [] },
  ],
};

const plan: ProvisioningPlan = {
  stamp: {
    time: "2026-11-20T12:00:00.000Z",
    mapping: "a",
    source: "b",
    target: "c",
    targetUrl: "https://scim.example.com",
    environment: null,
    history: "running",
  },
  complete: true,
  summary: {
    create: 0,
    update: 1,
    enable: 0,
    disable: 0,
    delete: 0,
    none: 0,
    skip: 0,
    fail: 0,
    unknown: 0,
    deletionThreshold: null,
    requests: 1,
    defaultAccessDecided: 0,
  },
  notes: ['2 accounts are left alone: "grace@example.com", "Grace".'],
  objects: [ada],
};

const numbered = (value: string): string => `~${known.indexOf(value) + 1}`;
const known = ["Ada Lovelace", "Ada B.", "ada@example.com", "ada.b@example.com", "grace@example.com", "Grace"];

test("no personal value is left anywhere, and what the mapping says stays", () => {
  const masked = maskPlan(plan, numbered);
  const text = JSON.stringify(masked);
  for (const personal of ["Ada", "ada@example.com", "ada.b@example.com", "grace", "Grace"]) expect(text).not.toContain(personal);
  expect(masked.notes).toEqual(['2 accounts are left alone: "~5", "~6".']);
  const [object] = masked.objects;
  expect(object?.source).toEqual({ id: "5f0e8a10-0001", name: "~1" });
  expect(object?.target).toEqual({ id: "2819c223" });
  expect(object?.changes.map(({ attribute, old, new: next, because }) => [attribute, old, next, because])).toEqual([
    ["displayName", "~2", "~1", { file: "a.scimmap", line: 7 }],
    ["active", false, true, null],
  ]);
  expect(object?.requests[0]?.body).toEqual({
    schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
    Operations: [
      { op: "Replace", path: "displayName", value: "~1" },
      { op: "Add", path: 'emails[type eq "work"].value', value: [{ type: "work", value: "~3" }] },
      { op: "Replace", path: "manager", value: "2819c223" },
      { op: "Replace", path: "active", value: "False" },
    ],
  });
  expect(object?.steps[1]?.details[0]?.text).toBe('emails[type eq "work"].value eq "~3" → 1 resource');
});

test("summary and stamp are untouched, and so is the plan that was handed in", () => {
  const before = JSON.stringify(plan);
  const masked = maskPlan(plan, numbered);
  expect([masked.summary, masked.stamp]).toEqual([plan.summary, plan.stamp]);
  expect(JSON.stringify(plan)).toBe(before);
});
